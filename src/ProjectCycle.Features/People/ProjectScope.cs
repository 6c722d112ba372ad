using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
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
        return projects.Where(p => units.Contains(p.UnitId)
            || (p.AgreementId != null && agreements.Contains(p.AgreementId.Value))
            || p.Financings.Any(f => agreements.Contains(f.AgreementId)));
    }

    /// <summary>Only the rows of the ledger inside <paramref name="scope"/>: all of the units' projects, else those of one's own agreements.</summary>
    /// <param name="rows">Rows of any kind.</param>
    /// <param name="db">Where their financings are.</param>
    /// <param name="scope">What the person reaches.</param>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, AppDbContext db, ProjectScope scope)
        where T : class, IMoneyRow
    {
        if (scope.All)
            return rows;
        var units = scope.UnitIds;
        var agreements = scope.AgreementIds;
        if (agreements.Count == 0)
            return rows.Where(row => db.Projects.Any(p => p.Id == row.ProjectId && units.Contains(p.UnitId)));
        if (rows is IQueryable<Financing> financings) // its own FinancingId is its Id, which the database does not know
            return (IQueryable<T>)financings.Where(f => agreements.Contains(f.AgreementId) || db.Projects.Any(p => p.Id == f.ProjectId && units.Contains(p.UnitId)));
        return rows.Where(row => db.Projects.Any(p => p.Id == row.ProjectId && units.Contains(p.UnitId))
            || db.Financings.Any(f => f.Id == row.FinancingId && agreements.Contains(f.AgreementId)));
    }
}
