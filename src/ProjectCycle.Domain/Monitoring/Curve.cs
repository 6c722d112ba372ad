namespace ProjectCycle.Domain.Monitoring;

/// <summary>A point of a plan: so much shall have been awarded or disbursed by this day.</summary>
/// <param name="Date">End of the day.</param>
/// <param name="Cumulative">Minor units of the curve's currency, since the beginning.</param>
public sealed record CurvePoint(DateOnly Date, long Cumulative);

/// <summary>
/// An S-curve (domain.md 3.2): planned amounts, cumulative, with straight lines between the points. Before the first point it is zero, so
/// a curve should begin with a zero; after the last it stays.
/// </summary>
public sealed class Curve
{
    private Curve(int revision, DateOnly? approvedOn, IReadOnlyList<CurvePoint> points)
    {
        Revision = revision;
        ApprovedOn = approvedOn;
        Points = points;
    }

    /// <summary>0 for the original.</summary>
    public int Revision { get; }

    /// <summary>The day it was approved; null for an original as agreed, and for a revision that is not approved yet.</summary>
    public DateOnly? ApprovedOn { get; }

    /// <summary>By date; at least one.</summary>
    public IReadOnlyList<CurvePoint> Points { get; }

    /// <summary>The curve, or <c>curve-empty</c>, <c>curve-dates</c> (not one after the other), <c>curve-falls</c> (a total that shrinks, or begins below zero), with the date.</summary>
    public static Outcome<Curve> From(IReadOnlyList<CurvePoint> points, int revision = 0, DateOnly? approvedOn = null)
    {
        if (points.Count == 0)
            return new Refusal("curve-empty", nameof(Points));
        var pairs = points.Zip(points.Skip(1)).ToList();
        var faults = pairs.Where(pair => pair.Second.Date <= pair.First.Date).Select(pair => new Refusal("curve-dates", nameof(Points), pair.Second.Date))
            .Concat(points.Take(1).Where(point => point.Cumulative < 0).Concat(pairs.Where(pair => pair.Second.Cumulative < pair.First.Cumulative).Select(pair => pair.Second))
                .Select(point => new Refusal("curve-falls", nameof(Points), point.Date)))
            .ToList();
        return faults.Count > 0 ? faults : new Curve(revision, approvedOn, points);
    }

    /// <summary>The plan for a day, in minor units with fractions of them.</summary>
    public decimal ValueOn(DateOnly day)
    {
        if (day < Points[0].Date)
            return 0;
        for (var i = 1; i < Points.Count; i++)
        {
            var (from, to) = (Points[i - 1], Points[i]);
            if (day <= to.Date)
                return from.Cumulative + (((decimal)to.Cumulative - from.Cumulative) * (day.DayNumber - from.Date.DayNumber) / (to.Date.DayNumber - from.Date.DayNumber));
        }
        return Points[^1].Cumulative;
    }

    /// <summary>
    /// The horizontal distance (domain.md 3.3): months between the day on which the plan has the actual value and <paramref name="day"/>.
    /// Above zero is late, below zero ahead, zero as planned, also where the plan stands still. Null when there is more than the plan ever has.
    /// </summary>
    /// <param name="actual">Cumulative, minor units.</param>
    public decimal? MonthsLate(decimal actual, DateOnly day)
    {
        if (actual > Points[^1].Cumulative)
            return null;
        var (first, last) = (FirstDayOf(actual), LastDayOf(actual));
        return day.DayNumber < first ? Ratio.Months(first, day.DayNumber)
            : day.DayNumber > last ? Ratio.Months(last.Value, day.DayNumber)
            : 0;
    }

    /// <summary>When the plan first has the value, which it has at some time.</summary>
    private decimal FirstDayOf(decimal value)
    {
        var i = Points.TakeWhile(point => point.Cumulative < value).Count();
        return i == 0 ? Points[0].Date.DayNumber : Between(Points[i - 1], Points[i], value);
    }

    /// <summary>When the plan goes beyond the value; null when it never does.</summary>
    private decimal? LastDayOf(decimal value)
    {
        var i = Points.TakeWhile(point => point.Cumulative <= value).Count();
        return i == Points.Count ? null
            : i == 0 ? Points[0].Date.DayNumber
            : Between(Points[i - 1], Points[i], value);
    }

    private static decimal Between(CurvePoint from, CurvePoint to, decimal value) =>
        from.Date.DayNumber + ((value - from.Cumulative) * (to.Date.DayNumber - from.Date.DayNumber) / ((decimal)to.Cumulative - from.Cumulative));
}

/// <summary>The versions of a plan: performance is rated against the current one, and the original is shown beside it (domain.md 3.2).</summary>
/// <param name="Versions">Each revision once.</param>
public sealed record CurveVersions(IReadOnlyList<Curve> Versions)
{
    /// <summary>The version of the agreement; null when none was kept.</summary>
    public Curve? Original => Versions.FirstOrDefault(curve => curve.Revision == 0);

    /// <summary>The latest revision that was approved by a day, else the original; null when there is neither.</summary>
    public Curve? CurrentOn(DateOnly day) => Versions.Where(curve => curve.ApprovedOn <= day).MaxBy(curve => curve.Revision) ?? Original;
}
