using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Partners;

namespace ProjectCycle.Features.Ledger.Agreements;

/// <summary>A financing with everything that stands on its sheet.</summary>
public sealed record FinancingView
{
    public required Financing Financing { get; init; }
    public required Agreement Agreement { get; init; }
    public required string Partner { get; init; }

    /// <summary>Its dates are the project's.</summary>
    public required bool IsLeading { get; init; }

    public required FinancingSums Sums { get; init; }

    /// <summary>By code.</summary>
    public required IReadOnlyList<CategoryLine> Categories { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<AmountChange> Changes { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<Reallocation> Reallocations { get; init; }

    /// <summary>By year and kind.</summary>
    public required IReadOnlyList<CounterpartLine> Counterpart { get; init; }

    /// <summary>The first due first, those that are settled last.</summary>
    public required IReadOnlyList<CovenantLine> Covenants { get; init; }

    /// <summary>Undertakings of the donor in another currency, which are in no balance.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Counterpart funds by currency.</summary>
    public IReadOnlyList<CounterpartSum> CounterpartSums =>
        [.. Counterpart.GroupBy(line => line.Row.CurrencyCode).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => CounterpartSum.Of(group.Key, [.. group]))];

    /// <summary>How many covenants stand in each state.</summary>
    public IEnumerable<(CovenantState State, int Count)> CovenantStates =>
        Covenants.GroupBy(line => line.Covenant.State).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()));

    /// <summary>An amount in the agreement's currency.</summary>
    public Money Of(long minorUnits) => new(minorUnits, Financing.Currency);

    /// <summary>The code of a category; null for what is not allocated.</summary>
    public string? CodeOf(Guid? category) => Categories.FirstOrDefault(line => line.Category.Id == category)?.Category.Code;
}

/// <summary>Counterpart funds of one kind and year.</summary>
/// <param name="Funds">Realised over what is due: the pledge of a year that has begun, else nothing.</param>
/// <param name="IsShort">Less of it than the template's rules ask for.</param>
public sealed record CounterpartLine(CounterpartYear Row, CounterpartFunds Funds, bool IsShort)
{
    /// <summary>The row as it stands in a year.</summary>
    public static CounterpartLine Of(CounterpartYear row, int year, MonitoringRules rules)
    {
        var funds = new CounterpartFunds(row.Realised, row.Year <= year ? row.Pledged : 0);
        return new CounterpartLine(row, funds, funds.IsShort(rules));
    }
}

/// <summary>Counterpart funds of one currency together.</summary>
/// <param name="Funds">Realised over what was due by now.</param>
public sealed record CounterpartSum(Money Pledged, Money Budgeted, Money Realised, CounterpartFunds Funds)
{
    /// <summary>The sum of rows of one currency.</summary>
    public static CounterpartSum Of(string currencyCode, IReadOnlyList<CounterpartLine> lines)
    {
        var currency = Currencies.All[currencyCode];
        var realised = lines.Sum(line => line.Row.Realised);
        return new CounterpartSum(
            new Money(lines.Sum(line => line.Row.Pledged), currency),
            new Money(lines.Sum(line => line.Row.Budgeted ?? 0), currency),
            new Money(realised, currency),
            new CounterpartFunds(realised, lines.Sum(line => line.Funds.Due)));
    }
}

/// <summary>A covenant with the names of what it points at.</summary>
/// <param name="Evidence">Title of the document that shows it.</param>
/// <param name="File">Its latest version.</param>
public sealed record CovenantLine(Covenant Covenant, string? Responsible, string? Evidence, Guid? File);

/// <summary>Reads one financing with its rows: as many queries however many rows there are.</summary>
public sealed class FinancingSheet(AppDbContext db, MoneyRows rows)
{
    /// <summary>The financing; null when the project has no such one, or it is not for this person.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="id">The financing.</param>
    /// <param name="today">The unit's business date.</param>
    /// <param name="rules">Of the project's template.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<FinancingView?> FindAsync(Guid projectId, Guid id, DateOnly today, MonitoringRules rules, CancellationToken cancellation)
    {
        var head = await HeadAsync(projectId, id, cancellation);
        if (head is null)
            return null;
        var financing = head.Financing;
        return new FinancingView
        {
            Financing = financing,
            Agreement = head.Agreement,
            Partner = head.Partner.DisplayName,
            IsLeading = head.IsLeading,
            Sums = head.Sums,
            LeftOut = head.LeftOut,
            Categories = await db.CategoryLinesAsync(financing, cancellation),
            Changes = await rows.Of<AmountChange>().Where(c => c.FinancingId == id).OrderByDescending(c => c.On).ThenByDescending(c => c.Id).ToListAsync(cancellation),
            Reallocations = await rows.Of<Reallocation>().Where(r => r.FinancingId == id).OrderByDescending(r => r.On).ThenByDescending(r => r.Id).ToListAsync(cancellation),
            Counterpart = await CounterpartAsync(id, today.Year, rules, cancellation),
            Covenants = await CovenantsAsync(id, cancellation),
        };
    }

    /// <summary>The categories of a financing that the person may read, with what is left in each: a form chooses from them.</summary>
    public Task<IReadOnlyList<CategoryLine>> CategoriesAsync(Financing financing, CancellationToken cancellation) => db.CategoryLinesAsync(financing, cancellation);

    private async Task<Head?> HeadAsync(Guid projectId, Guid id, CancellationToken cancellation) =>
        await rows.Of<Financing>().Where(f => f.ProjectId == projectId && f.Id == id).WithSums(db)
            .Join(db.Agreements, row => row.Financing.AgreementId, a => a.Id, (row, a) => new { row.Financing, row.Sums, Agreement = a })
            .Join(db.Partners, row => row.Agreement.PartnerId, p => p.Id, (row, p) => new Head
            {
                Financing = row.Financing,
                Agreement = row.Agreement,
                Partner = p,
                Sums = row.Sums,
                IsLeading = !db.Financings.Any(f => f.ProjectId == projectId && f.Number < row.Financing.Number),
                LeftOut = db.Withdrawals.Count(w => w.FinancingId == id && w.Procedure == WithdrawalProcedure.Commitment
                    && (w.State == WithdrawalState.Approved || w.State == WithdrawalState.PartlyPaid) && w.CurrencyCode != row.Financing.CurrencyCode),
            })
            .FirstOrDefaultAsync(cancellation);

    private async Task<IReadOnlyList<CounterpartLine>> CounterpartAsync(Guid id, int year, MonitoringRules rules, CancellationToken cancellation)
    {
        var years = await rows.Of<CounterpartYear>().Where(c => c.FinancingId == id).ToListAsync(cancellation);
        return [.. years.OrderBy(row => row.Year).ThenBy(row => row.Kind).Select(row => CounterpartLine.Of(row, year, rules))];
    }

    private async Task<IReadOnlyList<CovenantLine>> CovenantsAsync(Guid id, CancellationToken cancellation)
    {
        var lines = await rows.Of<Covenant>().Where(c => c.FinancingId == id)
            .Select(c => new CovenantLine(
                c,
                db.Users.Where(u => u.Id == c.ResponsibleId).Select(u => u.DisplayName).FirstOrDefault(),
                db.Documents.Where(d => d.Id == c.EvidenceId).Select(d => d.Title).FirstOrDefault(),
                db.DocumentVersions.Where(v => v.DocumentId == c.EvidenceId).OrderByDescending(v => v.Number).Select(v => (Guid?)v.Id).FirstOrDefault()))
            .ToListAsync(cancellation);
        return [.. lines.OrderBy(line => line.Covenant.IsSettled).ThenBy(line => line.Covenant.DueOn ?? DateOnly.MaxValue)
            .ThenBy(line => line.Covenant.Number, StringComparer.OrdinalIgnoreCase).ThenBy(line => line.Covenant.Id)];
    }

    private sealed class Head
    {
        public required Financing Financing { get; init; }
        public required Agreement Agreement { get; init; }
        public required Partner Partner { get; init; }
        public required FinancingSums Sums { get; init; }
        public required bool IsLeading { get; init; }
        public required int LeftOut { get; init; }
    }
}
