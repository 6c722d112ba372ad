using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.Projects;
using ProjectCycle.Testing;

namespace ProjectCycle.Features.Tests.Ledger;

/// <summary>A project in implementation with what agreements pay for it, on the fourth of March 2026.</summary>
internal sealed class AgreementHouse : IAsyncDisposable
{
    public const string Code = "JMB-01";

    public static readonly FinancingInput Terms = new()
    {
        Kind = FinancingKind.Grant,
        CurrencyCode = "EUR",
        Amount = 1000,
        SignedOn = new DateOnly(2025, 12, 1),
        EffectiveOn = new DateOnly(2026, 2, 10),
        OriginalClosingOn = new DateOnly(2027, 6, 30),
    };

    private AgreementHouse(World world) => World = world;

    public World World { get; }

    /// <summary>An agreement nobody is let in by.</summary>
    public Agreement Other { get; private set; } = null!;

    public Guid ProjectId { get; private set; }

    public static DateOnly Today => new(2026, 3, 4);

    public static async Task<AgreementHouse> BuildAsync(DatabaseProvider provider)
    {
        var world = await World.CreateAsync(provider);
        var house = new AgreementHouse(world) { Other = Samples.Agreement(world.Partner) };
        await world.WriteAsync(db => db.AddAsync(house.Other).AsTask());
        await world.RegisterAsync(
            Code, "adb-sovereign", c => c.Details = c.Details with { OwnerId = world.Person(Role.Staff).Id },
            [.. StateCodes.Stages.Take(5).Select(stage => new StageEntry(stage, new DateOnly(2024, 1, 8)))]);
        house.ProjectId = await world.ReadAsync(db => db.Projects.Select(p => p.Id).SingleAsync());
        return house;
    }

    public async Task<Guid> FundAsync(Agreement? agreement = null, FinancingInput? terms = null) =>
        await AddAsync<SaveFinancing, Financing, FinancingInput>((terms ?? Terms) with { AgreementId = (agreement ?? World.Agreement).Id });

    public async Task<Guid> AddAsync<TSave, TRow, TInput>(TInput input)
        where TSave : SaveMoneyRow<TRow, TInput>
        where TRow : class, IMoneyRow =>
        (await TryAddAsync<TSave, TRow, TInput>(input)).Value;

    public Task<Outcome<Guid>> TryAddAsync<TSave, TRow, TInput>(TInput input)
        where TSave : SaveMoneyRow<TRow, TInput>
        where TRow : class, IMoneyRow =>
        World.AsAsync<TSave, Outcome<Guid>>(Role.Finance, save => save.AddAsync(Code, input, default));

    /// <summary>Changes a row as it stands now.</summary>
    public Task<Outcome<Done>> ChangeAsync<TSave, TRow, TInput>(Guid id, Func<TInput, TInput> change)
        where TSave : SaveMoneyRow<TRow, TInput>
        where TRow : class, IMoneyRow =>
        World.AsAsync<TSave, Outcome<Done>>(Role.Finance, async save =>
        {
            var row = await World.ReadAsync(db => db.Set<TRow>().AsNoTracking().SingleAsync(r => r.Id == id));
            return await save.ChangeAsync(id, change(await save.InputOfAsync(row, default)), row.Version, default);
        });

    public Task<Outcome<Done>> RemoveAsync<TSave, TRow, TInput>(Guid id)
        where TSave : SaveMoneyRow<TRow, TInput>
        where TRow : class, IMoneyRow =>
        World.AsAsync<TSave, Outcome<Done>>(Role.Finance, async save =>
            await save.RemoveAsync(id, await World.ReadAsync(db => db.Set<TRow>().Where(r => r.Id == id).Select(r => r.Version).SingleAsync()), default));

    public Task<Guid> CategoryAsync(Guid financing, string code, decimal amount) =>
        AddAsync<SaveCategory, ExpenditureCategory, CategoryInput>(new() { FinancingId = financing, Code = code, Name = "Works", Amount = amount, Percentage = 80 });

    /// <summary>A payment of the donor, charged in cents of the agreement's currency.</summary>
    public Task PayAsync(Guid financing, Guid category, long cents, WithdrawalState state = WithdrawalState.Paid) => PromiseAsync(financing, category, cents, cents, state);

    /// <summary>A commitment of the donor, of which part is paid.</summary>
    public Task PromiseAsync(Guid financing, Guid category, long claimed, long paid, WithdrawalState state, string currency = "EUR") => World.WriteAsync(async db =>
    {
        var application = new WithdrawalApplication
        {
            ProjectId = ProjectId,
            FinancingId = financing,
            Number = await db.Withdrawals.CountAsync() + 1,
            Procedure = WithdrawalProcedure.Commitment,
            CurrencyCode = currency,
            On = Today,
            PreparedById = World.Person(Role.Finance).Id,
        };
        db.Add(application);
        db.Entry(application).Property(a => a.State).CurrentValue = state;
        db.Add(new WithdrawalLine { ProjectId = ProjectId, FinancingId = financing, ApplicationId = application.Id, CategoryId = category, InvoiceCurrencyCode = currency, Claimed = claimed });
        if (paid > 0)
        {
            db.Add(new Disbursement
            {
                ProjectId = ProjectId,
                FinancingId = financing,
                ApplicationId = application.Id,
                CategoryId = category,
                ValueDate = Today,
                CurrencyCode = currency,
                Paid = paid,
                Charged = paid,
                ChargedRate = BookedRate.Same,
                Rupiah = 0,
                RupiahRate = BookedRate.Same,
                BookedById = World.Person(Role.Finance).Id,
                BookedAt = FakeClock.Start,
            });
        }
    });

    /// <summary>A signed contract under the first category.</summary>
    public Task ContractAsync(Guid financing, Guid category, string package, long price, string currency = "EUR", decimal progress = 0, long variation = 0) => World.WriteAsync(db =>
    {
        var contract = new Contract
        {
            ProjectId = ProjectId,
            FinancingId = financing,
            CategoryId = category,
            PackageNumber = package,
            Description = "Works",
            CurrencyCode = currency,
            MinorUnits = price,
            Percentage = 0.8m,
            PhysicalProgress = progress,
            SignedOn = Today,
            State = ContractState.Running,
        };
        db.Add(contract);
        if (variation != 0)
            db.Add(new ContractVariation { ProjectId = ProjectId, FinancingId = financing, ContractId = contract.Id, Number = "CCO-1", On = Today, MinorUnits = variation });
        return Task.CompletedTask;
    });

    public Task<FinancingView?> SheetAsync(Guid financing, Role role = Role.Finance) =>
        World.AsAsync<FinancingSheet, FinancingView?>(role, sheet => sheet.FindAsync(ProjectId, financing, Today, new MonitoringRules(), default));

    public Task<IReadOnlyList<FinancingStanding>> StandingsAsync(Role role = Role.Finance, DateOnly? today = null) =>
        World.AsAsync<MoneyOverview, IReadOnlyList<FinancingStanding>>(role, overview => overview.LoadAsync(ProjectId, today ?? Today, new MonitoringRules(), default));

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
