using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Audit;

namespace ProjectCycle.Features.Audit;

/// <summary>Names for the ids that stand in audit entries.</summary>
public static class AuditNames
{
    /// <summary>All ids in the entries: what they name is looked up in one go.</summary>
    public static IReadOnlyCollection<Guid> IdsIn(IEnumerable<AuditEntry> entries)
    {
        var ids = new HashSet<Guid>();
        foreach (var entry in entries)
        {
            ids.UnionWith(Ids(entry.EntityId.Split('/')));
            using var changes = JsonDocument.Parse(entry.Changes);
            foreach (var change in changes.RootElement.EnumerateObject())
                ids.UnionWith(Ids(change.Value.EnumerateArray().Where(side => side.ValueKind == JsonValueKind.String).Select(side => side.GetString()!)));
        }
        return ids;
    }

    /// <summary>Names of whatever people name that has one of these ids. Callers have checked who may read the entries.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, string>> NamesOfAsync(this AppDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        ids.Count == 0
            ? new Dictionary<Guid, string>()
            : await db.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, Name = u.DisplayName })
                .Concat(db.Partners.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }))
                .Concat(db.Agreements.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, Name = a.Number }))
                .Concat(db.Documents.Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, Name = d.Title }))
                .Concat(db.TeamMembers.Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.Name }))
                .Concat(db.Components.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name }))
                .Concat(db.Units.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.Name }))
                .Concat(db.Financings.Where(f => ids.Contains(f.Id)).Join(db.Agreements, f => f.AgreementId, a => a.Id, (f, a) => new { f.Id, Name = a.Number }))
                .Concat(db.Categories.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, Name = c.Code }))
                .Concat(db.PartnerCandidates.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name }))
                .ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);

    private static IEnumerable<Guid> Ids(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            if (Guid.TryParse(text, out var id))
                yield return id;
        }
    }
}
