using ProjectCycle.Domain.Language;

namespace ProjectCycle.Features.Deadlines;

/// <summary>What a planning run did, or would do.</summary>
/// <param name="Mails">Mails written; one per person.</param>
/// <param name="Reminders">Steps those mails carry.</param>
/// <param name="Suppressed">Steps put on record without a mail, with the reason.</param>
/// <param name="Collapsed">Older steps that fell together into a newer one.</param>
/// <param name="Planned">Each step in detail; only on a dry run.</param>
/// <param name="Failures">People whose reminders could not be written, and why. Their steps stay owed.</param>
public sealed record ReminderSummary(
    DateOnly AsOf, int Mails, int Reminders, int Suppressed, int Collapsed, IReadOnlyList<PlannedReminder> Planned, IReadOnlyList<string> Failures)
{
    /// <summary>Nothing was owed.</summary>
    public bool IsEmpty => Reminders + Suppressed + Failures.Count == 0;

    /// <summary>For the record of runs.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{AsOf:yyyy-MM-dd}: {Mails} mails, {Reminders} reminders, {Suppressed} suppressed, {Collapsed} collapsed")
        + string.Concat(Failures.Select(f => $"; failed: {f}"));
}

/// <summary>One step owed to one person.</summary>
/// <param name="Offset">Days before the due date; negative is overdue. This is why it is owed.</param>
/// <param name="Suppressed">Why no mail goes out, one of the suppression reasons; null when one does.</param>
public sealed record PlannedReminder(
    string Recipient, string Address, string ProjectCode, LocalText Title, DateOnly DueOn, int Offset, string? Suppressed);
