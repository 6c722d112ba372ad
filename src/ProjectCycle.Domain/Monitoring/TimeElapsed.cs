namespace ProjectCycle.Domain.Monitoring;

/// <summary>Where a loan or grant stands in its time. Names are codes of texts.</summary>
public enum LoanStatus
{
    /// <summary>Before the effective date, or it has none: nothing of the time is used.</summary>
    NotEffective,

    Running,

    /// <summary>After the current closing date.</summary>
    Closed,
}

/// <summary>TE of domain.md 3.1 [K]: days since the effective date over days from there to closing, from 0 to 1.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Current">Against the current closing date; null when there is none, or no time lies between the two.</param>
/// <param name="Original">Against the original closing date: both are shown after an extension.</param>
public sealed record TimeElapsed(LoanStatus Status, decimal? Current, decimal? Original)
{
    /// <summary>The time used on a day.</summary>
    public static TimeElapsed On(DateOnly day, DateOnly? effective, DateOnly? closing, DateOnly? originalClosing)
    {
        if (effective is not { } start || day < start)
            return new TimeElapsed(LoanStatus.NotEffective, 0, 0);
        return new TimeElapsed(day > closing ? LoanStatus.Closed : LoanStatus.Running, Used(start, closing), Used(start, originalClosing));

        decimal? Used(DateOnly from, DateOnly? until) => until is not { } end || end < from
            ? null
            : Ratio.Of(day.DayNumber - from.DayNumber, end.DayNumber - from.DayNumber) is { } used ? Math.Min(used, 1) : null;
    }
}
