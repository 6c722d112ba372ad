using ProjectCycle.Domain;

namespace ProjectCycle.Features;

/// <summary>Refusals every feature shares.</summary>
public static class Refusals
{
    /// <summary>It is not there, or not for this person: the two are not told apart.</summary>
    public static Refusal NotFound { get; } = new("not-found");

    /// <summary>The person holds no right to do this.</summary>
    public static Refusal NotAllowed { get; } = new("not-allowed");

    /// <summary>Somebody else saved first.</summary>
    /// <param name="who">Their name.</param>
    /// <param name="at">When, UTC.</param>
    public static Refusal ChangedMeanwhile(string who, DateTime at) => new("changed-meanwhile", null, who, at);
}
