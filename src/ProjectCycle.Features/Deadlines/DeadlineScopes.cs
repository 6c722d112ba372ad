using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Deadlines;

/// <summary>Applies a scope to deadlines of projects within reach.</summary>
internal static class DeadlineScopes
{
    /// <summary>
    /// Leaves out what follows a row of the ledger that the person may not read: a partner's observer sees the covenants and guarantees
    /// of their own agreements only, so their deadlines too.
    /// </summary>
    public static IQueryable<Deadline> Within(this IQueryable<Deadline> deadlines, AppDbContext db, ProjectScope scope)
    {
        if (scope.All || scope.AgreementIds.Count == 0)
            return deadlines;
        var (covenants, guarantees) = (db.Covenants.Within(db, scope), db.Guarantees.Within(db, scope));
        return deadlines.Where(d => (d.PartCode != Covenant.PartCode && d.PartCode != Deadline.Guarantees)
            || covenants.Any(c => c.DeadlineId == d.Id) || guarantees.Any(g => g.DeadlineId == d.Id));
    }
}
