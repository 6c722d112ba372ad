using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Reminders;

/// <summary>A policy as lists show it.</summary>
/// <param name="Unit">Name of the unit; null for all units.</param>
/// <param name="MayEdit">The person may change it.</param>
public sealed record ReminderPolicyRow(ReminderPolicy Policy, string? Unit, bool MayEdit);

/// <summary>Reads the policies a person manages, and those that hold for all units.</summary>
public sealed class ReminderPolicyQueries(AppDbContext db, CurrentUser user)
{
    /// <summary>The policies for the person's units and for all units, the most specific first; empty for who may not manage them.</summary>
    public async Task<IReadOnlyList<ReminderPolicyRow>> ListAsync(CancellationToken cancellation)
    {
        if (!user.Can(Rights.ManageReminders))
            return [];
        var scope = user.Scope(Rights.ManageReminders);
        var (all, ids) = (scope.All, scope.UnitIds);
        var rows = await db.ReminderPolicies.AsNoTracking()
            .Where(p => p.UnitId == null || all || ids.Contains(p.UnitId.Value))
            .Select(p => new { Policy = p, Unit = db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Name).FirstOrDefault() })
            .ToListAsync(cancellation);
        return [.. rows
            .OrderBy(r => r.Unit is null).ThenBy(r => r.Unit, StringComparer.Ordinal)
            .ThenBy(r => r.Policy.TemplateId is null).ThenBy(r => r.Policy.TemplateId, StringComparer.Ordinal)
            .ThenBy(r => r.Policy.Kind is null).ThenBy(r => r.Policy.Kind, StringComparer.Ordinal)
            .Select(r => new ReminderPolicyRow(r.Policy, r.Unit, all || r.Policy.UnitId is not null))];
    }

    /// <summary>One policy the person may change, or null.</summary>
    public async Task<ReminderPolicy?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var rows = await ListAsync(cancellation);
        return rows.FirstOrDefault(r => r.Policy.Id == id && r.MayEdit)?.Policy;
    }
}
