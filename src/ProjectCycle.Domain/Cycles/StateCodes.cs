namespace ProjectCycle.Domain.Cycles;

/// <summary>
/// The state codes every template shares: the six stages of the module, then the states beside them. Partners call the stages
/// by other names; the codes are fixed, so that lists and charts can put projects of different templates side by side.
/// </summary>
public static class StateCodes
{
    public const string Identification = "identification";
    public const string Preparation = "preparation";
    public const string Appraisal = "appraisal";
    public const string Negotiation = "negotiation";
    public const string Implementation = "implementation";
    public const string Evaluation = "evaluation";
    public const string OnHold = "on-hold";
    public const string Closed = "closed";
    public const string Dropped = "dropped";

    /// <summary>The working stages in order.</summary>
    public static IReadOnlyList<string> Stages { get; } = [Identification, Preparation, Appraisal, Negotiation, Implementation, Evaluation];

    /// <summary>All states a project can be in, in the order lists show them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Stages, OnHold, Closed, Dropped];
}
