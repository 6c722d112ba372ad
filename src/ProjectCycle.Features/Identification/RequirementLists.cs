using ProjectCycle.Data.Reference;

namespace ProjectCycle.Features.Identification;

/// <summary>The lists of requirements a project can be held to.</summary>
public static class RequirementLists
{
    /// <summary>Of a project that has chosen none.</summary>
    public static RequirementList Usual { get; } = ReferenceData.Requirements[0];

    /// <summary>The list with this code; null when there is none.</summary>
    public static RequirementList? Find(string? code) => ReferenceData.Requirements.FirstOrDefault(list => list.Code == code);

    /// <summary>The list with this code, else the usual one.</summary>
    public static RequirementList OrUsual(string? code) => Find(code) ?? Usual;
}
