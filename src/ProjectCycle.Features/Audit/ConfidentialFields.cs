using System.Text.Json.Nodes;
using ProjectCycle.Domain.Audit;
using ProjectCycle.Domain.Negotiation;

namespace ProjectCycle.Features.Audit;

/// <summary>Fields whose values an audit entry holds, and which not everybody who reads the entry may see.</summary>
public static class ConfidentialFields
{
    /// <summary>Stands in place of a value: that it changed is told, not to what.</summary>
    public const string Mask = "***";

    private static readonly HashSet<(string Entity, string Field)> Fallback =
    [
        (nameof(NegotiationPosition), nameof(NegotiationPosition.Fallback)),
        (nameof(NegotiationRound), nameof(NegotiationRound.Strategy)),
    ];

    /// <summary>The entry without the values that only holders of <see cref="Domain.People.Rights.ViewFallback"/> may read.</summary>
    public static AuditEntry WithoutFallback(AuditEntry entry)
    {
        var fields = JsonNode.Parse(entry.Changes)!.AsObject();
        var hidden = fields.Where(field => Fallback.Contains((entry.Entity, field.Key))).Select(field => field.Key).ToList();
        if (hidden.Count == 0)
            return entry;
        foreach (var field in hidden)
            fields[field] = new JsonArray([.. fields[field]!.AsArray().Select(side => side is null ? null : JsonValue.Create(Mask))]);
        return new AuditEntry
        {
            Id = entry.Id,
            At = entry.At,
            UserId = entry.UserId,
            UserName = entry.UserName,
            Address = entry.Address,
            Entity = entry.Entity,
            EntityId = entry.EntityId,
            ProjectId = entry.ProjectId,
            Action = entry.Action,
            Changes = fields.ToJsonString(),
        };
    }
}
