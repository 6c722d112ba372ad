using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Reminders;

namespace ProjectCycle.Features.Reminders;

/// <summary>A deadline with a step owed to somebody.</summary>
internal sealed record OwedDeadline(Guid Id, Addressee Addressee);

/// <summary>Finds what is owed on a day among the deadlines that may be due: those no policy's first step reaches are not read.</summary>
internal static class OwedReminders
{
    /// <summary>By who would get it: the person, or their delegate.</summary>
    public static async Task<Dictionary<User, List<OwedDeadline>>> FindAsync(
        AppDbContext db, ReminderAudience audience, IReadOnlyCollection<Guid> unitIds, DateOnly asOf, CancellationToken cancellation)
    {
        var policies = new ReminderPolicies(await db.ReminderPolicies.AsNoTracking().ToListAsync(cancellation));
        var ladder = new ReminderLadder();
        var latest = asOf.AddDays(await FurthestStepAsync(db, policies, cancellation));
        var newest = await NewestStepsAsync(db, unitIds, latest, cancellation);
        var owed = new Dictionary<User, List<OwedDeadline>>();
        await foreach (var deadline in MayBeDue(db, unitIds, latest).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var policy = policies.For(deadline.UnitId, deadline.TemplateId, DeadlineKinds.Of(deadline.PartCode, deadline.RuleCode));
            if (deadline.DueOn >= asOf && !IsReached(ladder.Steps(policy, deadline.Offsets), deadline.DueOn, asOf))
                continue;
            foreach (var addressee in ladder.Of(policy, deadline.Offsets, role => audience.Holders(role, deadline.UnitId, deadline.ResponsibleId, deadline.OwnerId), audience.IsThere))
            {
                var recorded = newest.TryGetValue((deadline.Id, addressee.PersonId), out var step) ? step : (int?)null;
                if (ReminderSteps.Owed(deadline.DueOn, addressee.Steps, asOf, recorded) is null)
                    continue;
                var receiver = audience.ReceiverFor(addressee.PersonId);
                if (!owed.TryGetValue(receiver, out var deadlines))
                    owed[receiver] = deadlines = [];
                deadlines.Add(new OwedDeadline(deadline.Id, addressee));
            }
        }
        return owed;
    }

    private static bool IsReached(IReadOnlyList<int> steps, DateOnly dueOn, DateOnly asOf) => steps.Count > 0 && dueOn.AddDays(-steps[^1]) <= asOf;

    /// <summary>The most days before a due date on which anybody is told.</summary>
    private static async Task<int> FurthestStepAsync(AppDbContext db, ReminderPolicies policies, CancellationToken cancellation)
    {
        var own = await db.OpenDeadlines.Select(d => d.Offsets).Distinct().ToListAsync(cancellation);
        return own.Concat(policies.All.Select(p => p.Offsets ?? "")).SelectMany(Deadline.ReadOffsets).DefaultIfEmpty().Max();
    }

    internal static IQueryable<DueDeadline> MayBeDue(AppDbContext db, IReadOnlyCollection<Guid> unitIds, DateOnly latest) =>
        db.OpenDeadlines.Where(d => d.DueOn <= latest)
            .Join(db.Projects.Where(p => unitIds.Contains(p.UnitId)), d => d.ProjectId, p => p.Id, (d, p) => new DueDeadline
            {
                Id = d.Id,
                DueOn = d.DueOn,
                Offsets = d.Offsets,
                PartCode = d.PartCode,
                RuleCode = d.RuleCode,
                ResponsibleId = d.ResponsibleId,
                OwnerId = p.OwnerId,
                UnitId = p.UnitId,
                TemplateId = p.TemplateId,
            });

    /// <summary>The latest step on record for each of those deadlines and each person.</summary>
    private static async Task<Dictionary<(Guid DeadlineId, Guid PersonId), int>> NewestStepsAsync(
        AppDbContext db, IReadOnlyCollection<Guid> unitIds, DateOnly latest, CancellationToken cancellation)
    {
        var recorded = await MayBeDue(db, unitIds, latest)
            .Join(
                db.ReminderDeliveries.Where(r => r.Channel == ReminderChannel.Mail),
                d => new { d.Id, d.DueOn },
                r => new { Id = r.DeadlineId, r.DueOn },
                (d, r) => new { r.DeadlineId, r.RecipientId, r.Offset })
            .GroupBy(r => new { r.DeadlineId, r.RecipientId })
            .Select(g => new { g.Key.DeadlineId, g.Key.RecipientId, Newest = g.Min(r => r.Offset) })
            .ToListAsync(cancellation);
        return recorded.ToDictionary(r => (r.DeadlineId, r.RecipientId), r => r.Newest);
    }

    /// <summary>What decides over a deadline's reminders.</summary>
    internal sealed class DueDeadline
    {
        public required Guid Id { get; init; }
        public required DateOnly DueOn { get; init; }
        public required string Offsets { get; init; }
        public required string? PartCode { get; init; }
        public required string? RuleCode { get; init; }
        public required Guid? ResponsibleId { get; init; }
        public required Guid? OwnerId { get; init; }
        public required Guid UnitId { get; init; }
        public required string TemplateId { get; init; }
    }
}
