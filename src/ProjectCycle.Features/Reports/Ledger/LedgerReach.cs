using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Reports.Ledger;

/// <summary>What the rows of a register say of the financing they hang on.</summary>
/// <param name="Agreement">Its number.</param>
/// <param name="Project">Its code.</param>
/// <param name="Net">Net commitment.</param>
internal sealed record FinancingHead(string Agreement, string Project, Money Net);

/// <summary>The rows of the ledger that a workbook may hold: those the person may export, narrowed by the filter.</summary>
public sealed class LedgerReach(AppDbContext db, MoneyRows rows, CurrentUser user, TimeProvider clock)
{
    /// <summary>Financings of the filter.</summary>
    public IQueryable<Financing> Financings(LedgerReportFilter filter)
    {
        var financings = OfProjects<Financing>(filter);
        return filter.Financing is { } one ? financings.Where(f => f.Id == one) : financings;
    }

    /// <summary>Rows of one kind that hang on financings of the filter.</summary>
    public IQueryable<T> Of<T>(LedgerReportFilter filter)
        where T : class, IMoneyRow
    {
        var of = OfProjects<T>(filter);
        return filter.Financing is { } financing ? of.Where(row => row.FinancingId == financing) : of;
    }

    /// <summary>What the rows of a register say of their financings, by its id.</summary>
    /// <param name="filter">Which financings.</param>
    /// <param name="until">Changes of later days are left out of the amounts.</param>
    /// <param name="cancellation">Stops it.</param>
    internal async Task<IReadOnlyDictionary<Guid, FinancingHead>> HeadsAsync(LedgerReportFilter filter, DateOnly until, CancellationToken cancellation) => await Financings(filter).WithChanges(db, until)
        .Select(row => new
        {
            Changed = row,
            Agreement = db.Agreements.First(a => a.Id == row.Financing.AgreementId).Number,
            Project = db.Projects.First(p => p.Id == row.Financing.ProjectId).Code,
        })
        .ToDictionaryAsync(
            row => row.Changed.Financing.Id, row => new FinancingHead(row.Agreement, row.Project, new Money(row.Changed.Net, row.Changed.Financing.Currency)), cancellation);

    /// <summary>What the cover says.</summary>
    public async Task<ReportCover> CoverAsync(LedgerReportFilter filter, string language, CancellationToken cancellation) => new()
    {
        Language = language,
        Filters = await InWordsAsync(filter, cancellation),
        MadeAt = clock.GetUtcNow().UtcDateTime,
        Zone = IndonesianZone.Wib,
        MadeBy = user.Name,
    };

    private IQueryable<T> OfProjects<T>(LedgerReportFilter filter)
        where T : class, IMoneyRow
    {
        var of = rows.Of<T>(Rights.ExportProjects);
        if (filter.Project != "")
            of = of.Where(row => db.Projects.Any(p => p.Id == row.ProjectId && p.Code == filter.Project));
        return filter.Unit is { } unit ? of.Where(row => db.Projects.Any(p => p.Id == row.ProjectId && p.UnitId == unit)) : of;
    }

    private async Task<IReadOnlyList<(string Field, string Value)>> InWordsAsync(LedgerReportFilter filter, CancellationToken cancellation)
    {
        var financing = filter.Financing is { } one
            ? await rows.Of<Financing>(Rights.ExportProjects).Where(f => f.Id == one).SelectMany(f => db.Agreements.Where(a => a.Id == f.AgreementId)).Select(a => a.Number).FirstOrDefaultAsync(cancellation)
            : null;
        var unit = filter.Unit is { } id ? await db.Units.Where(u => u.Id == id).Select(u => u.Name).FirstOrDefaultAsync(cancellation) : null;
        var application = filter.Application is { } wanted
            ? await rows.Of<WithdrawalApplication>(Rights.ExportProjects).Where(a => a.Id == wanted).Select(a => (int?)a.Number).FirstOrDefaultAsync(cancellation)
            : null;
        (string Field, string? Value)[] words =
        [
            ("project", filter.Project), ("financing", financing), ("unit", unit), ("application", application is { } number ? FormattableString.Invariant($"{number}") : null),
            ("from", filter.From.Iso()), ("to", filter.Until.Iso()),
        ];
        return [.. words.Where(word => !string.IsNullOrEmpty(word.Value)).Select(word => (word.Field, word.Value!))];
    }
}
