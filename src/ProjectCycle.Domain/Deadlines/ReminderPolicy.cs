namespace ProjectCycle.Domain.Deadlines;

/// <summary>A step of a deadline's reminders that is owed to one person now.</summary>
/// <param name="Offset">Days before the due date; negative is overdue.</param>
/// <param name="Collapsed">Older steps that were missed and are not sent any more, largest first.</param>
public sealed record OwedReminder(int Offset, IReadOnlyList<int> Collapsed);

/// <summary>
/// Which step of a deadline's reminders is owed: the newest that has been reached, once. After days without a run the
/// steps in between fall together into that one.
/// </summary>
public static class ReminderPolicy
{
    /// <summary>When reminders go out, in the unit's own zone.</summary>
    public static readonly TimeOnly Morning = new(6, 0);

    /// <summary>The step owed on <paramref name="today"/>; null when there is none.</summary>
    /// <param name="offsets">Days before <paramref name="dueOn"/>, in any order.</param>
    /// <param name="recorded">The steps already on record for this deadline, this due date and this person.</param>
    public static OwedReminder? Owed(DateOnly dueOn, IEnumerable<int> offsets, DateOnly today, IReadOnlyCollection<int> recorded)
    {
        var daysLeft = dueOn.DayNumber - today.DayNumber;
        var reached = offsets.Where(offset => daysLeft <= offset).Distinct().Order().ToList();

        // A step at or after the newest reached one is on record: nothing new can be said.
        if (reached.Count == 0 || recorded.Any(step => step <= reached[0]))
            return null;
        return new OwedReminder(reached[0], [.. reached.Skip(1).Except(recorded).OrderDescending()]);
    }

    /// <summary>The business date of the last morning run that should have taken place in <paramref name="zone"/> by <paramref name="utc"/>.</summary>
    public static DateOnly LastMorning(IndonesianZone zone, DateTime utc)
    {
        var local = zone.LocalTime(utc);
        var today = DateOnly.FromDateTime(local);
        return TimeOnly.FromDateTime(local) >= Morning ? today : today.AddDays(-1);
    }
}
