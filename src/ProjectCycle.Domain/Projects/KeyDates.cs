using ProjectCycle.Domain.Cycles;

namespace ProjectCycle.Domain.Projects;

/// <summary>The dates everybody asks for; blank while unknown.</summary>
/// <param name="PlannedStart">Work is meant to start.</param>
/// <param name="SignedOn">The agreement or MoU was signed.</param>
/// <param name="EffectiveOn">The agreement took effect.</param>
/// <param name="ClosingOn">The agreement closes, as last revised.</param>
/// <param name="CompletedOn">The work was finished.</param>
/// <param name="FirstPaymentOn">The partner paid for the first time.</param>
/// <param name="LastPaymentOn">The partner paid for the last time.</param>
public sealed record KeyDates(
    DateOnly? PlannedStart, DateOnly? SignedOn, DateOnly? EffectiveOn, DateOnly? ClosingOn, DateOnly? CompletedOn, DateOnly? FirstPaymentOn = null, DateOnly? LastPaymentOn = null)
{
    /// <summary>None is known.</summary>
    public static KeyDates Unknown { get; } = new(null, null, null, null, null);

    /// <summary>Those that are known, by code of <see cref="ProjectFields"/>.</summary>
    public IReadOnlyDictionary<string, DateOnly> Known => new (string Code, DateOnly? Date)[]
        {
            (ProjectFields.PlannedStart, PlannedStart),
            (ProjectFields.SignedOn, SignedOn),
            (ProjectFields.EffectiveOn, EffectiveOn),
            (ProjectFields.ClosingOn, ClosingOn),
            (ProjectFields.CompletedOn, CompletedOn),
            (ProjectFields.FirstPaymentOn, FirstPaymentOn),
            (ProjectFields.LastPaymentOn, LastPaymentOn),
        }
        .Where(entry => entry.Date is not null)
        .ToDictionary(entry => entry.Code, entry => entry.Date!.Value);
}
