using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Ledger.Agreements;

namespace ProjectCycle.Features.Reports.Ledger;

/// <summary>One financing as it stood on the cut-off date; amounts in minor units of the agreement's currency.</summary>
public sealed record FinancingFigures
{
    public required Financing Financing { get; init; }
    public required string Agreement { get; init; }
    public required string Partner { get; init; }
    public required string Project { get; init; }
    public required LocalText ProjectName { get; init; }
    public required string RegionCode { get; init; }

    /// <summary>Of the project's template.</summary>
    public required MonitoringRules Rules { get; init; }

    /// <summary>With additions and cancellations up to then.</summary>
    public required long Net { get; init; }

    /// <summary>What the donor charged up to then, by category and month.</summary>
    public required IReadOnlyList<MonthCharged> Charged { get; init; }

    /// <summary>In the twelve months up to then.</summary>
    public required long LastTwelveMonths { get; init; }

    /// <summary>The current projection of disbursements; null where there is none.</summary>
    public required Curve? Curve { get; init; }

    public Currency Currency => Financing.Currency;
    public long Disbursed => Charged.Sum(month => month.Amount);

    /// <summary>The lender as the agreement writes it, else the partner.</summary>
    public string Lender => Financing.Lender == "" ? Partner : Financing.Lender;

    public FiscalYear Year => new(Rules.FiscalYearFrom);

    /// <summary>Charged in whole months, of one category or of all.</summary>
    public long ChargedBetween(DateOnly from, DateOnly until, Guid? category = null) => Charged
        .Where(month => month.First >= from && month.First <= until && (category is null || month.CategoryId == category))
        .Sum(month => month.Amount);

    /// <summary>Planned up to the end of a day, in whole minor units; null without a plan.</summary>
    public long? PlannedBy(DateOnly day) => Curve is null ? null : (long)Math.Round(Curve.ValueOn(day), MidpointRounding.AwayFromZero);

    /// <summary>Planned in a period; null without a plan.</summary>
    public Money? Planned(DateOnly from, DateOnly until) => Curve is null ? null : Of(PlannedBy(until)!.Value - PlannedBy(from.AddDays(-1))!.Value);

    /// <summary>An amount in the agreement's currency.</summary>
    public Money Of(long minorUnits) => new(minorUnits, Currency);
}

/// <summary>What was charged in a month.</summary>
public sealed record MonthCharged(Guid CategoryId, DateOnly First, long Amount);

/// <summary>Reads financings with their figures: five queries, however many there are.</summary>
public sealed class LedgerFigures(AppDbContext db, LedgerReach reach, TemplateCatalog templates)
{
    /// <summary>The financings of the filter by project and number.</summary>
    public async Task<IReadOnlyList<FinancingFigures>> LoadAsync(LedgerReportFilter filter, DateOnly cutOff, CancellationToken cancellation)
    {
        var heads = await (
            from changed in reach.Financings(filter).WithChanges(db, cutOff)
            join agreement in db.Agreements on changed.Financing.AgreementId equals agreement.Id
            join partner in db.Partners on agreement.PartnerId equals partner.Id
            join project in db.Projects on changed.Financing.ProjectId equals project.Id
            select new
            {
                Changed = changed,
                Agreement = agreement.Number,
                Partner = partner,
                Project = project,
            }).AsNoTracking().ToListAsync(cancellation);
        var booked = reach.Of<Disbursement>(filter).Where(d => d.ValueDate <= cutOff);
        var months = (await booked
            .GroupBy(d => new { d.FinancingId, d.CategoryId, d.ValueDate.Year, d.ValueDate.Month })
            .Select(g => new { g.Key.FinancingId, g.Key.CategoryId, g.Key.Year, g.Key.Month, Amount = g.Sum(d => d.Charged) })
            .ToListAsync(cancellation)).ToLookup(m => m.FinancingId, m => new MonthCharged(m.CategoryId, new DateOnly(m.Year, m.Month, 1), m.Amount));
        var since = cutOff.AddYears(-1);
        var lately = await booked.Where(d => d.ValueDate > since).GroupBy(d => d.FinancingId).Select(g => new { g.Key, Amount = g.Sum(d => d.Charged) })
            .ToDictionaryAsync(g => g.Key, g => g.Amount, cancellation);
        var curves = (await reach.Of<Projection>(filter).Where(p => p.Kind == ProjectionKind.Disbursement).Include(p => p.Points).ToListAsync(cancellation))
            .ToLookup(p => p.FinancingId, p => p.Curve());
        return
        [
            .. heads.OrderBy(row => row.Project.Code, StringComparer.Ordinal).ThenBy(row => row.Changed.Financing.Number).ThenBy(row => row.Changed.Financing.Id).Select(row => new FinancingFigures
            {
                Financing = row.Changed.Financing,
                Agreement = row.Agreement,
                Partner = row.Partner.DisplayName,
                Project = row.Project.Code,
                ProjectName = row.Project.Name,
                RegionCode = row.Project.RegionCode,
                Rules = templates.Get(row.Project.TemplateId, row.Project.TemplateVersion).Monitoring,
                Net = row.Changed.Net,
                Charged = [.. months[row.Changed.Financing.Id]],
                LastTwelveMonths = lately.GetValueOrDefault(row.Changed.Financing.Id),
                Curve = new CurveVersions([.. curves[row.Changed.Financing.Id].Where(curve => curve.Succeeded).Select(curve => curve.Value)]).CurrentOn(cutOff),
            }),
        ];
    }
}
