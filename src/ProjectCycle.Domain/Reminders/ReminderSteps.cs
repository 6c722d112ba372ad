namespace ProjectCycle.Domain.Reminders;

/// <summary>A step of a deadline's reminders that is owed to one person now.</summary>
/// <param name="Offset">Days before the due date; negative is overdue.</param>
/// <param name="Collapsed">Older steps that were missed and are not sent any more, the latest first.</param>
public sealed record OwedReminder(int Offset, IReadOnlyList<int> Collapsed);

/// <summary>
/// Which step of a deadline's reminders is owed: the newest that has been reached, once. After days without a run the
/// steps in between fall together into that one.
/// </summary>
public static class ReminderSteps
{
    /// <summary>The step owed on <paramref name="today"/>; null when there is none.</summary>
    /// <param name="dueOn">The due date.</param>
    /// <param name="steps">Days before <paramref name="dueOn"/>, each once, the latest (smallest) first.</param>
    /// <param name="today">The business date.</param>
    /// <param name="newest">The latest step on record for this deadline, this due date and this person; null when there is none.</param>
    public static OwedReminder? Owed(DateOnly dueOn, IReadOnlyList<int> steps, DateOnly today, int? newest)
    {
        var daysLeft = dueOn.DayNumber - today.DayNumber;
        var index = 0;
        while (index < steps.Count && steps[index] < daysLeft)
            index++;

        // A step at or after the newest reached one is on record: nothing new can be said.
        if (index == steps.Count || newest <= steps[index])
            return null;
        return new OwedReminder(steps[index], [.. steps.Skip(index + 1).TakeWhile(step => newest is null || step < newest)]);
    }
}
