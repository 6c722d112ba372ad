using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Features.Ledger.Contracts;

/// <summary>Which contracts to list.</summary>
public sealed record ContractFilter
{
    public const int PageSize = 100;

    /// <summary>Null for the portfolio.</summary>
    public Guid? ProjectId { get; init; }

    public Guid? FinancingId { get; init; }

    /// <summary>Null for all that were not cancelled.</summary>
    public ContractState? State { get; init; }

    public int Page { get; init; } = 1;
}

/// <summary>A row of the register (T3); amounts in the contract's currency.</summary>
public sealed record ContractLine
{
    public required Contract Contract { get; init; }
    public required string ProjectCode { get; init; }

    /// <summary>Number of the agreement that pays for it.</summary>
    public required string AgreementNumber { get; init; }

    public required string CategoryCode { get; init; }
    public required string CategoryName { get; init; }

    /// <summary>The sum of the variations.</summary>
    public required long Variations { get; init; }

    /// <summary>As the last variation that moved it says; null while none did.</summary>
    public required DateOnly? RevisedCompletionOn { get; init; }

    /// <summary>With taxes.</summary>
    public required long Invoiced { get; init; }

    /// <summary>What payees got on invoices: less retention and recovered advance. The advance itself stands apart.</summary>
    public required long Paid { get; init; }

    public required long RetentionHeld { get; init; }
    public required long Recovered { get; init; }

    /// <summary>The first to expire of those not released; null where none is held.</summary>
    public required DateOnly? GuaranteeExpiresOn { get; init; }

    /// <summary>The price as signed or estimated, with its variations.</summary>
    public long Value => Contract.MinorUnits + Variations;

    /// <summary>What the donor finances of the current value.</summary>
    public long Donor => new FinancingShare(Contract.Percentage).Of(new Money(Value, Contract.Currency)).MinorUnits;

    /// <summary>The rest of the current value.</summary>
    public long Counterpart => Value - Donor;

    /// <summary>Of the advance; nothing before the contract is signed.</summary>
    public long AdvanceUnrecovered => Contract.IsSigned ? Contract.Advance - Recovered : 0;

    /// <summary>Invoiced of the current value; null where that is nothing.</summary>
    public decimal? FinancialProgress => Value == 0 ? null : Invoiced / (decimal)Value;

    /// <summary>An amount of this contract.</summary>
    public Money Of(long minorUnits) => new(minorUnits, Contract.Currency);
}

/// <summary>The foot of the register in one currency.</summary>
public sealed record ContractSum
{
    public required string CurrencyCode { get; init; }
    public required int Contracts { get; init; }
    public required long Original { get; init; }
    public required long Variations { get; init; }
    public required long Donor { get; init; }
    public required long Invoiced { get; init; }
    public required long Paid { get; init; }
    public required long RetentionHeld { get; init; }
    public required long AdvanceUnrecovered { get; init; }

    public long Value => Original + Variations;
    public long Counterpart => Value - Donor;

    /// <summary>An amount in this currency.</summary>
    public Money Of(long minorUnits) => new(minorUnits, Currencies.All[CurrencyCode]);
}

/// <summary>A page of the register with the foot of all its pages.</summary>
/// <param name="Lines">By project and package.</param>
/// <param name="Sums">By currency: of every contract the filter lets through, not only of this page.</param>
public sealed record ContractPage(Paged<ContractLine> Lines, IReadOnlyList<ContractSum> Sums);

/// <summary>The contract register of a project or of the portfolio, within the person's reach: two queries, sums in SQL.</summary>
public sealed class ContractRegister(AppDbContext db, MoneyRows rows)
{
    private const long Million = 1_000_000;

    /// <summary>A page of the register.</summary>
    public async Task<ContractPage> PageAsync(ContractFilter filter, CancellationToken cancellation)
    {
        var figures = Figures(Filtered(filter), filter);
        var sums = await SumsAsync(figures, cancellation);
        var total = sums.Sum(sum => sum.Contracts);
        var page = Paging.Shown(filter.Page, ContractFilter.PageSize, total);
        var lines = total == 0 ? [] : await LinesAsync(figures, (page - 1) * ContractFilter.PageSize, cancellation);
        return new ContractPage(new Paged<ContractLine>(lines, total, page, ContractFilter.PageSize), sums);
    }

    /// <summary>One contract of a project; null when it is not there or not for this person.</summary>
    public async Task<ContractLine?> FindAsync(Guid id, Guid projectId, CancellationToken cancellation)
    {
        var contracts = rows.Of<Contract>().Where(c => c.Id == id && c.ProjectId == projectId);
        return (await LinesAsync(Figures(contracts, new ContractFilter { ProjectId = projectId }), 0, cancellation)).SingleOrDefault();
    }

    /// <summary>Rows of contracts that were found within somebody's reach, by project and package: as many queries as there are batches.</summary>
    /// <param name="contracts">Which.</param>
    /// <param name="skip">So many were read before.</param>
    /// <param name="take">So many at most.</param>
    /// <param name="cancellation">Stops it.</param>
    internal Task<List<ContractLine>> BatchAsync(IQueryable<Contract> contracts, int skip, int take, CancellationToken cancellation) =>
        LinesAsync(Figures(contracts, new ContractFilter()), skip, cancellation, take);

    private IQueryable<Contract> Filtered(ContractFilter filter)
    {
        var contracts = rows.Of<Contract>();
        if (filter.ProjectId is { } project)
            contracts = contracts.Where(c => c.ProjectId == project);
        if (filter.FinancingId is { } financing)
            contracts = contracts.Where(c => c.FinancingId == financing);
        return filter.State is { } state ? contracts.Where(c => c.State == state) : contracts.Where(c => c.State != ContractState.Cancelled);
    }

    /// <summary>Contracts beside the sums of what hangs on them, each summed once for all contracts rather than once for each.</summary>
    private IQueryable<Figure> Figures(IQueryable<Contract> contracts, ContractFilter filter)
    {
        IQueryable<ContractVariation> variations = db.ContractVariations;
        IQueryable<Invoice> invoices = db.Invoices.Where(i => i.ContractId != null);
        if (filter.ProjectId is { } project)
            (variations, invoices) = (variations.Where(v => v.ProjectId == project), invoices.Where(i => i.ProjectId == project));
        var changes = variations.GroupBy(v => v.ContractId).Select(g => new { g.Key, Sum = g.Sum(v => v.MinorUnits) });
        var booked = invoices.GroupBy(i => i.ContractId!.Value).Select(g => new
        {
            g.Key,
            Gross = g.Sum(i => i.Gross),
            Retention = g.Sum(i => i.Retention),
            Recovered = g.Sum(i => i.AdvanceRecovered),
            Paid = g.Sum(i => i.PaidOn == null ? 0 : i.Gross - i.Retention - i.AdvanceRecovered),
        });
        return from contract in contracts
               join change in changes on contract.Id equals change.Key into ofChange
               from change in ofChange.DefaultIfEmpty()
               join book in booked on contract.Id equals book.Key into ofBook
               from book in ofBook.DefaultIfEmpty()
               select new Figure
               {
                   Contract = contract,
                   Variations = (long?)change.Sum ?? 0,
                   Invoiced = (long?)book.Gross ?? 0,
                   Retention = (long?)book.Retention ?? 0,
                   Recovered = (long?)book.Recovered ?? 0,
                   Paid = (long?)book.Paid ?? 0,
               };
    }

    private async Task<List<ContractLine>> LinesAsync(IQueryable<Figure> figures, int skip, CancellationToken cancellation, int take = ContractFilter.PageSize) =>
        await figures
            .Join(db.Projects, x => x.Contract.ProjectId, p => p.Id, (x, p) => new { x, p.Code })
            .OrderBy(row => row.Code).ThenBy(row => row.x.Contract.PackageNumber).ThenBy(row => row.x.Contract.Id)
            .Skip(skip).Take(take)
            .Select(row => new ContractLine
            {
                Contract = row.x.Contract,
                ProjectCode = row.Code,
                AgreementNumber = db.Financings.Where(f => f.Id == row.x.Contract.FinancingId).SelectMany(f => db.Agreements.Where(a => a.Id == f.AgreementId)).Select(a => a.Number).First(),
                CategoryCode = db.Categories.Where(c => c.Id == row.x.Contract.CategoryId).Select(c => c.Code).First(),
                CategoryName = db.Categories.Where(c => c.Id == row.x.Contract.CategoryId).Select(c => c.Name).First(),
                Variations = row.x.Variations,
                Invoiced = row.x.Invoiced,
                Paid = row.x.Paid,
                RetentionHeld = row.x.Retention,
                Recovered = row.x.Recovered,
                RevisedCompletionOn = db.ContractVariations.Where(v => v.ContractId == row.x.Contract.Id && v.CompletionOn != null)
                    .OrderByDescending(v => v.On).ThenByDescending(v => v.Id).Select(v => v.CompletionOn).FirstOrDefault(),
                GuaranteeExpiresOn = db.Guarantees.Where(g => g.ContractId == row.x.Contract.Id && g.ReleasedOn == null).Min(g => (DateOnly?)g.ExpiresOn),
            })
            .ToListAsync(cancellation);

    /// <summary>
    /// The donor's share is rounded contract by contract, half away from zero, as <see cref="FinancingShare"/> does: in whole numbers,
    /// since SQLite knows no exact fractions, and in two steps, since the product of both would not fit.
    /// </summary>
    private static Task<List<ContractSum>> SumsAsync(IQueryable<Figure> figures, CancellationToken cancellation) => figures
        .Select(x => new
        {
            x.Contract.CurrencyCode,
            Original = x.Contract.MinorUnits,
            x.Variations,
            x.Invoiced,
            x.Paid,
            x.Retention,
            Advance = x.Contract.SignedOn != null && x.Contract.State != ContractState.Cancelled ? x.Contract.Advance - x.Recovered : 0,
            Value = x.Contract.MinorUnits + x.Variations,
            Millionths = (long)(x.Contract.Percentage * 1_000_000m),
        })
        .GroupBy(x => x.CurrencyCode)
        .Select(g => new ContractSum
        {
            CurrencyCode = g.Key,
            Contracts = g.Count(),
            Original = g.Sum(x => x.Original),
            Variations = g.Sum(x => x.Variations),
            Donor = g.Sum(x => (x.Value / Million * x.Millionths) + (((x.Value % Million * x.Millionths) + (Million / 2)) / Million)),
            Invoiced = g.Sum(x => x.Invoiced),
            Paid = g.Sum(x => x.Paid),
            RetentionHeld = g.Sum(x => x.Retention),
            AdvanceUnrecovered = g.Sum(x => x.Advance),
        })
        .OrderBy(sum => sum.CurrencyCode)
        .ToListAsync(cancellation);

    /// <summary>A contract with its sums, inside of queries.</summary>
    private sealed class Figure
    {
        public required Contract Contract { get; init; }
        public required long Variations { get; init; }
        public required long Invoiced { get; init; }
        public required long Paid { get; init; }
        public required long Retention { get; init; }
        public required long Recovered { get; init; }
    }
}
