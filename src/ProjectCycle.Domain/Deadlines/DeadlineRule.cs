using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Deadlines;

/// <summary>Which of several dates counts. Words of templates; may not change.</summary>
public enum TermPick
{
    Earliest,
    Latest,
}

/// <summary>A deadline that comes back at the end of each period.</summary>
/// <param name="Every">The period; its ends are what the rule's term is counted from.</param>
/// <param name="Until">Periods that end after this date of <see cref="DateBook"/> have none; null, or a date not known yet, for no end.</param>
/// <param name="LeastMonths">A first period shorter than this is reported together with the next.</param>
public sealed record Recurrence(Period Every, string? Until, int LeastMonths);

/// <summary>One deadline that a rule gives.</summary>
/// <param name="Key">Tells the deadlines of one rule apart: the period's end as yyyy-MM-dd, or empty for a rule that gives one.</param>
/// <param name="CountedFrom">What it was counted from: the latest date where there are several.</param>
/// <param name="DueOn">The due date, rolled to a working day where the rule says so.</param>
public sealed record Occurrence(string Key, DateOnly CountedFrom, DateOnly DueOn);

/// <summary>A deadline of a stage: counted from entering it or from dates of the project, once or again and again.</summary>
public sealed record DeadlineRule
{
    public required string Code { get; init; }
    public required LocalText Name { get; init; }

    /// <summary>What it is counted from; of several, <see cref="Pick"/> says which counts.</summary>
    public required IReadOnlyList<DateTerm> Terms { get; init; }

    /// <summary>The latest of several dates needs all of them; the earliest is the earliest of those known.</summary>
    public TermPick Pick { get; init; }

    /// <summary>Null for a deadline that is due once.</summary>
    public Recurrence? Recurrence { get; init; }

    public Roll Roll { get; init; } = Roll.None;

    /// <summary>Days before the due date on which people are told; negative is overdue.</summary>
    public IReadOnlyList<int> Reminders { get; init; } = Deadline.DefaultOffsets;

    /// <summary>Settled for good on entering the stage: nothing that may change later has a part in it.</summary>
    public bool IsByEntry => Recurrence is null && Terms.All(term => term is { From: DateBook.Entry, HalfwayTo: null });

    /// <summary>The deadlines it gives as far as the dates are known; of a recurring one those whose period ends by <paramref name="horizon"/>.</summary>
    public IReadOnlyList<Occurrence> Occurrences(DateBook book, WorkingCalendar calendar, DateOnly horizon) =>
        Recurrence is { } recurrence ? [.. Recurring(recurrence, book, calendar, horizon)] : Single(book, calendar) is { } single ? [single] : [];

    /// <summary>The name of one of its deadlines: that of a recurring rule names the period.</summary>
    public LocalText TitleOf(Occurrence occurrence) =>
        Recurrence?.Every.Name(occurrence.CountedFrom) is { } period ? new LocalText($"{Name.En}, {period.En}", $"{Name.Id}, {period.Id}") : Name;

    private Occurrence? Single(DateBook book, WorkingCalendar calendar)
    {
        var starts = Terms.Select(term => (Term: term, Start: term.StartOf(book))).ToList();
        var known = starts.Where(s => s.Start is not null).Select(s => (From: s.Start!.Value, Due: s.Term.CountFrom(s.Start.Value, calendar))).ToList();
        if (known.Count == 0 || (Pick == TermPick.Latest && known.Count < starts.Count))
            return null;
        var due = Pick == TermPick.Latest ? known.Max(k => k.Due) : known.Min(k => k.Due);
        return new Occurrence("", known.Max(k => k.From), calendar.Apply(Roll, due));
    }

    private IEnumerable<Occurrence> Recurring(Recurrence recurrence, DateBook book, WorkingCalendar calendar, DateOnly horizon)
    {
        if (Terms[0].StartOf(book) is not { } start)
            yield break;
        var last = recurrence.Until is { } name && book.On(name) is { } until && until < horizon ? until : horizon;
        var end = recurrence.Every.EndOf(start);
        if (start.AddMonths(recurrence.LeastMonths) > end)
            end = recurrence.Every.EndAfter(end);
        for (; end <= last; end = recurrence.Every.EndAfter(end))
            yield return new Occurrence(end.Iso(), end, calendar.Apply(Roll, Terms[0].CountFrom(end, calendar)));
    }
}
