namespace ProjectCycle.Domain.Deadlines;

/// <summary>A date counted from another: so many days, working days or months after or before it.</summary>
public sealed record DateTerm
{
    /// <summary>What it is counted from, a name of <see cref="DateBook"/>.</summary>
    public string From { get; init; } = DateBook.Entry;

    /// <summary>The other end of a stretch whose middle it is counted from; null for <see cref="From"/> itself.</summary>
    public string? HalfwayTo { get; init; }

    /// <summary>Counted from the end of the period in which the date falls; null for the date itself.</summary>
    public Period? EndOf { get; init; }

    /// <summary>Calendar days; like the other lengths backwards when negative.</summary>
    public int? Days { get; init; }

    /// <summary>Days the unit works.</summary>
    public int? WorkingDays { get; init; }

    /// <summary>Months, clipped to the month's end: 30 November and three months is 28 or 29 February.</summary>
    public int? Months { get; init; }

    /// <summary>How many lengths are given; a sound term has one, or none for the day itself.</summary>
    public int Lengths => new[] { Days, WorkingDays, Months }.Count(length => length is not null);

    /// <summary>What it is counted from; null while that is not known.</summary>
    public DateOnly? StartOf(DateBook book)
    {
        if (book.On(From) is not { } from || (HalfwayTo is not null && book.On(HalfwayTo) is null))
            return null;
        var day = HalfwayTo is { } to ? from.AddDays((book.On(to)!.Value.DayNumber - from.DayNumber) / 2) : from;
        return EndOf is { } period ? period.EndOf(day) : day;
    }

    /// <summary>The date that lies its length away from <paramref name="day"/>.</summary>
    public DateOnly CountFrom(DateOnly day, WorkingCalendar calendar) => this switch
    {
        { Months: { } months } => day.AddMonths(months),
        { WorkingDays: { } days } => calendar.AddWorkingDays(day, days),
        _ => day.AddDays(Days ?? 0),
    };
}
