using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Features.Ledger.Monitoring;

namespace ProjectCycle.Features.Ledger.Portfolio;

/// <summary>What was planned for the chosen financings beside what was disbursed, in the reporting currency.</summary>
public sealed record PortfolioPlan
{
    /// <summary>The plans added up by quarter, and the payments by month.</summary>
    public required PlanCurve Plan { get; init; }

    /// <summary>Financings in the picture.</summary>
    public required int Count { get; init; }

    /// <summary>Financings without an approved plan, which are in neither line, so that the two can be compared.</summary>
    public required int WithoutPlan { get; init; }

    /// <summary>Currencies that are in neither line for want of a rate.</summary>
    public required IReadOnlyList<NoRate> Missing { get; init; }

    public required PortfolioChoices Choices { get; init; }

    /// <summary>The chosen financings, with a plan or without.</summary>
    public int Chosen => Count + WithoutPlan + Missing.Sum(missing => missing.Count);
}

/// <summary>Draws the S-curve of all chosen financings together: the portfolio's queries and two more.</summary>
public sealed class PortfolioCurve(AppDbContext db, MoneyPortfolio portfolio, MoneyRows rows, TimeProvider clock)
{
    private static readonly FiscalYear CalendarYear = new(1);

    /// <summary>The financings of one currency that have a plan.</summary>
    private sealed record Part(Currency Currency, IReadOnlyList<CurveVersions> Plans, IReadOnlyList<(DateOnly On, long Amount)> Paid)
    {
        public Money Planned(DateOnly day, Func<CurveVersions, Curve> of) => Whole(Plans.Sum(plan => of(plan).ValueOn(day)));

        public Money PaidBy(DateOnly day) => new(Paid.Where(step => step.On <= day).Sum(step => step.Amount), Currency);

        private Money Whole(decimal minorUnits) => new((long)Math.Round(minorUnits, MidpointRounding.AwayFromZero), Currency);
    }

    /// <summary>The curve of the financings that <paramref name="filter"/> shows.</summary>
    public async Task<PortfolioPlan> LoadAsync(PortfolioFilter filter, CancellationToken cancellation)
    {
        var cut = await portfolio.CutAsync(filter, cancellation);
        var today = IndonesianZone.Wib.Today(clock);
        var missing = MoneyPortfolio.Total(cut.Shown, cut).Missing;
        var measured = cut.Shown.Where(row => missing.All(sum => sum.Net.Currency != row.Currency)).ToList();
        var plans = await PlansAsync([.. measured.Select(row => row.FinancingId)], cancellation);
        var planned = measured.Where(row => plans.ContainsKey(row.FinancingId)).ToList();
        var paid = await PaidAsync([.. planned.Select(row => row.FinancingId)], today, cancellation);
        var parts = planned.GroupBy(row => row.Currency).Select(own => new Part(own.Key, [.. own.Select(row => plans[row.FinancingId])], [.. paid[own.Key.Code]])).ToList();
        return new PortfolioPlan
        {
            Plan = Together(parts, cut, today),
            Count = planned.Count,
            WithoutPlan = measured.Count - planned.Count,
            Missing = missing,
            Choices = cut.Choices,
        };
    }

    /// <summary>The approved versions of each financing that has any.</summary>
    private async Task<Dictionary<Guid, CurveVersions>> PlansAsync(List<Guid> financings, CancellationToken cancellation)
    {
        var points = await Reached(financings)
            .Join(db.Projections, f => f.Id, p => p.FinancingId, (_, p) => p)
            .Where(p => p.Kind == ProjectionKind.Disbursement && p.ApprovedOn != null)
            .SelectMany(p => p.Points, (p, point) => new { p.FinancingId, p.Revision, p.ApprovedOn, point.On, point.Cumulative })
            .ToListAsync(cancellation);
        return points.GroupBy(point => (point.FinancingId, point.Revision, point.ApprovedOn))
            .Select(version => (version.Key.FinancingId, Curve: Curve.From(
                [.. version.OrderBy(point => point.On).Select(point => new CurvePoint(point.On, point.Cumulative))], version.Key.Revision, version.Key.ApprovedOn)))
            .Where(version => version.Curve.Succeeded)
            .GroupBy(version => version.FinancingId).ToDictionary(own => own.Key, own => new CurveVersions([.. own.Select(version => version.Curve.Value)]));
    }

    /// <summary>What was charged in each month, by currency: the database adds up, from an index alone.</summary>
    private async Task<ILookup<string, (DateOnly On, long Amount)>> PaidAsync(List<Guid> financings, DateOnly today, CancellationToken cancellation)
    {
        var days = await Reached(financings)
            .Join(db.Disbursements, f => f.Id, d => d.FinancingId, (f, d) => new { f.CurrencyCode, d.ValueDate, d.Charged })
            .Where(d => d.ValueDate <= today)
            .GroupBy(d => new { d.CurrencyCode, d.ValueDate })
            .Select(g => new { g.Key.CurrencyCode, g.Key.ValueDate, Amount = g.Sum(d => d.Charged) })
            .ToListAsync(cancellation);
        return days.GroupBy(day => (day.CurrencyCode, On: EndOfMonth(day.ValueDate, today)))
            .ToLookup(month => month.Key.CurrencyCode, month => (month.Key.On, month.Sum(day => day.Amount)));
    }

    /// <summary>Who may read a financing may read all that hangs on it.</summary>
    private IQueryable<Financing> Reached(List<Guid> financings) => rows.Of<Financing>().Where(f => financings.Contains(f.Id));

    private static PlanCurve Together(List<Part> parts, PortfolioCut cut, DateOnly today)
    {
        var quarters = Quarters(parts).ToList();
        var days = quarters.Count == 0 ? quarters : [.. quarters.Append(today).Distinct().Order()]; // what is planned by today is told exactly
        var revision = parts.SelectMany(part => part.Plans).Select(plan => plan.CurrentOn(today)!.Revision).DefaultIfEmpty().Max();
        return new PlanCurve
        {
            Kind = ProjectionKind.Disbursement,
            Currency = cut.Into,
            Today = today,
            Original = CurveOf(plan => plan.Original ?? plan.CurrentOn(today)!, 0),
            Current = CurveOf(plan => plan.CurrentOn(today)!, revision),
            Steps = Steps(parts, cut),
            Versions = [],
        };

        Curve? CurveOf(Func<CurveVersions, Curve> of, int version) =>
            days.Count == 0 ? null : Curve.From([.. days.Select(day => new CurvePoint(day, parts.Sum(part => cut.In(part.Planned(day, of)))))], version).Value;
    }

    /// <summary>The sum is converted, not each payment, so that the last step ends where the overview does.</summary>
    private static List<(DateOnly On, long Amount)> Steps(List<Part> parts, PortfolioCut cut)
    {
        var (steps, before) = (new List<(DateOnly, long)>(), 0L);
        foreach (var day in parts.SelectMany(part => part.Paid.Select(step => step.On)).Distinct().Order())
        {
            var sum = parts.Sum(part => cut.In(part.PaidBy(day)));
            steps.Add((day, sum - before));
            before = sum;
        }
        return steps;
    }

    /// <summary>The last days of all quarters in which anybody plans, and of the one before, in which all plans are at zero.</summary>
    private static IEnumerable<DateOnly> Quarters(List<Part> parts)
    {
        var planned = parts.SelectMany(part => part.Plans).SelectMany(plan => plan.Versions).SelectMany(curve => curve.Points).Select(point => point.Date).ToList();
        if (planned.Count == 0)
            yield break;
        var last = planned.Max();
        for (var day = CalendarYear.QuarterOf(planned.Min()).From.AddDays(-1); ; day = CalendarYear.QuarterOf(day.AddDays(1)).Until)
        {
            yield return day;
            if (day >= last)
                yield break;
        }
    }

    private static DateOnly EndOfMonth(DateOnly day, DateOnly today)
    {
        var end = new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
        return end < today ? end : today;
    }
}
