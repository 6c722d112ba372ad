using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Reminders;

namespace ProjectCycle.Features.Reminders;

/// <summary>What a planning run did, or would do.</summary>
/// <param name="Mails">Mails written: a digest for each person, and one more where something is urgent.</param>
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

/// <summary>One step owed to one person, with why.</summary>
/// <param name="Recipient">Who would get it.</param>
/// <param name="OnBehalfOf">The person on leave for whom they get it; null when it is their own.</param>
/// <param name="Role">As what the person is told.</param>
/// <param name="Policy">The policy that asks for it.</param>
/// <param name="Offset">Days before the due date; negative is overdue. This is why it is owed.</param>
/// <param name="Collapsed">Older steps that would fall together into this one.</param>
/// <param name="IsUrgent">It goes in a mail of its own.</param>
/// <param name="HeldUntil">The working day it waits for; null when it waits for none.</param>
/// <param name="Suppressed">Why no mail goes out, one of the suppression reasons; null when one does.</param>
public sealed record PlannedReminder(
    string Recipient,
    string Address,
    string? OnBehalfOf,
    ReminderRole Role,
    ReminderPolicy Policy,
    string ProjectCode,
    LocalText Title,
    DateOnly DueOn,
    int Offset,
    IReadOnlyList<int> Collapsed,
    bool IsUrgent,
    DateOnly? HeldUntil,
    string? Suppressed)
{
    /// <summary>For the dry run of the command line.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Recipient} <{Address}>{(OnBehalfOf is null ? "" : $" for {OnBehalfOf}")}, {Role}: [{ProjectCode}] {Title.En}, due {DueOn:yyyy-MM-dd}, step {Offset}")
        + (Collapsed.Count == 0 ? "" : FormattableString.Invariant($", {Collapsed.Count} collapsed"))
        + (IsUrgent ? ", urgent" : "")
        + (HeldUntil is { } day ? FormattableString.Invariant($", waits until {day:yyyy-MM-dd}") : "")
        + (Suppressed is null ? "" : $", not sent: {Suppressed}");
}
