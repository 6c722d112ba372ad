namespace ProjectCycle.Domain.Appraisal;

/// <summary>A piece of a time axis.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
public sealed record AxisPeriod(DateOnly From, DateOnly To)
{
    /// <summary>1 to 4.</summary>
    public int Quarter => ((From.Month - 1) / 3) + 1;

    /// <summary>The activity is under way on one of its days at least.</summary>
    public bool Meets(ProjectActivity activity) => activity.StartsOn <= To && activity.EndsOn >= From;
}

/// <summary>The columns of a timetable, which the activities of a plan fill: quarters, or longer pieces where those would be too many.</summary>
/// <param name="Periods">Without gaps, whole ones.</param>
/// <param name="Months">How long each is: 3, 12 or 60.</param>
public sealed record TimeAxis(IReadOnlyList<AxisPeriod> Periods, int Months)
{
    /// <summary>As many columns as a page can hold.</summary>
    public const int MostColumns = 24;

    private const int Quarter = 3;
    private const int Year = 12;
    private const int FiveYears = 60;

    public bool IsByQuarter => Months == Quarter;

    /// <summary>From the first start to the last end; null where no activity has both dates.</summary>
    public static TimeAxis? Of(IEnumerable<ProjectActivity> activities)
    {
        var dated = activities.Where(a => a.StartsOn is not null && a.EndsOn is not null).ToList();
        if (dated.Count == 0)
            return null;
        var (first, last) = (dated.Min(a => a.StartsOn!.Value), dated.Max(a => a.EndsOn!.Value));
        return new[] { Quarter, Year, FiveYears }.Select(months => Of(first, last, months)).First(axis => axis.Periods.Count <= MostColumns || axis.Months == FiveYears);
    }

    private static TimeAxis Of(DateOnly first, DateOnly last, int months)
    {
        var periods = new List<AxisPeriod>();
        var start = (((first.Year * Year) + first.Month - 1) / months * months);
        for (var from = Day(start); from <= last; from = Day(start))
            periods.Add(new AxisPeriod(from, Day(start += months).AddDays(-1)));
        return new TimeAxis(periods, months);
    }

    /// <summary>The first day of a month counted from the year 0.</summary>
    private static DateOnly Day(int month) => new(month / Year, (month % Year) + 1, 1);
}
