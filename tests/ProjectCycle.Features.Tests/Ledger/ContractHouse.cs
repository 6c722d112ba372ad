using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Testing;

namespace ProjectCycle.Features.Tests.Ledger;

/// <summary>A project with money of an agreement, a category and one contract that runs; and another project whose money is not this one's.</summary>
internal sealed class ContractHouse : IAsyncDisposable
{
    private ContractHouse(World world, string code)
    {
        World = world;
        Code = code;
    }

    public World World { get; }
    public string Code { get; }
    public Financing Financing { get; private set; } = null!;
    public ExpenditureCategory Category { get; private set; } = null!;
    public Contract Contract { get; private set; } = null!;

    /// <summary>Of another project.</summary>
    public Financing Other { get; private set; } = null!;

    public static async Task<ContractHouse> CreateAsync(DatabaseProvider provider, string code)
    {
        var house = new ContractHouse(await World.CreateAsync(provider), code);
        await house.World.RegisterAsync(code, change: d => d.Details = d.Details with { AgreementId = house.World.Agreement.Id });
        await house.World.RegisterAsync($"{code}-X");
        (house.Financing, house.Category) = await house.World.FinanceAsync(code);
        (house.Other, _) = await house.World.FinanceAsync($"{code}-X");
        house.Contract = ContractSamples.Contract(house.Category);
        await house.World.AddAsync(house.Contract);
        return house;
    }

    /// <summary>One request of the staff.</summary>
    public Task<T> AsAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull => World.AsAsync(Role.Staff, act);

    /// <summary>Of the contract where none is named.</summary>
    public Task<Outcome<Guid>> AddVariationAsync(VariationInput input) =>
        AsAsync<SaveVariation, Outcome<Guid>>(s => s.AddAsync(Code, input with { ContractId = input.ContractId ?? Contract.Id }, default));

    /// <summary>Of the contract where none is named.</summary>
    public Task<Outcome<Guid>> AddGuaranteeAsync(GuaranteeInput input) =>
        AsAsync<SaveGuarantee, Outcome<Guid>>(s => s.AddAsync(Code, input with { ContractId = input.ContractId ?? Contract.Id }, default));

    public Task<Outcome<Guid>> AddInvoiceAsync(InvoiceInput input) => AsAsync<SaveInvoice, Outcome<Guid>>(s => s.AddAsync(Code, input, default));

    public async Task<ContractDetails> SheetAsync() => (await AsAsync<ContractSheet, ContractDetails?>(s => s.FindAsync(Contract.Id, Financing.ProjectId, default)))!;

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
