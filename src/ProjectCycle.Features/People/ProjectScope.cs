using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Features.People;

/// <summary>Which projects somebody reaches. Part of the query: what lies outside appears in no list, total, export or page.</summary>
/// <param name="All">Every project.</param>
/// <param name="UnitIds">Projects of these units.</param>
/// <param name="AgreementIds">Projects under these agreements.</param>
public sealed record ProjectScope(bool All, IReadOnlyCollection<Guid> UnitIds, IReadOnlyCollection<Guid> AgreementIds)
{
    /// <summary>True when <paramref name="unitId"/>'s projects are reached.</summary>
    public bool Reaches(Guid unitId) => All || UnitIds.Contains(unitId);
}

/// <summary>Applies a scope to queries.</summary>
public static class ProjectScopes
{
    /// <summary>Only the projects inside <paramref name="scope"/>.</summary>
    public static IQueryable<Project> Within(this IQueryable<Project> projects, ProjectScope scope)
    {
        if (scope.All)
            return projects;
        var units = scope.UnitIds;
        var agreements = scope.AgreementIds;
        if (agreements.Count == 0)
            return projects.Where(p => units.Contains(p.UnitId));
        return projects.Where(p => units.Contains(p.UnitId) || (p.AgreementId != null && agreements.Contains(p.AgreementId.Value)));
    }
}
