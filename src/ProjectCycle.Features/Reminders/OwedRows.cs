using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Reminders;

namespace ProjectCycle.Features.Reminders;

/// <summary>What a mail says of a deadline, and what decides whether it may.</summary>
internal sealed class OwedLine
{
    public required Guid Id { get; init; }
    public required DateOnly DueOn { get; init; }
    public required LocalText Title { get; init; }
    public required string StageCode { get; init; }
    public required string ProjectCode { get; init; }
    public required LocalText ProjectName { get; init; }
    public required string ProjectState { get; init; }
    public required string TemplateId { get; init; }
    public required int TemplateVersion { get; init; }
    public required Guid UnitId { get; init; }
    public required Guid? AgreementId { get; init; }
}

/// <summary>The open deadlines that may be owed, as they are now, and what the ledger holds of them: two queries for each 500.</summary>
internal sealed class OwedRows
{
    private const int ChunkSize = 500;

    private readonly Dictionary<Guid, OwedLine> _lines = [];
    private readonly Dictionary<(Guid DeadlineId, DateOnly DueOn, Guid PersonId), int> _newest = [];

    private OwedRows()
    {
    }

    /// <summary>Reads the rows of these deadlines; one that is done or called off by now is left out.</summary>
    public static async Task<OwedRows> LoadAsync(AppDbContext db, IEnumerable<OwedDeadline> deadlines, CancellationToken cancellation)
    {
        var rows = new OwedRows();
        foreach (var ids in deadlines.Select(d => d.Id).Distinct().Chunk(ChunkSize))
        {
            await foreach (var line in Lines(db).Where(x => ids.Contains(x.Id)).AsAsyncEnumerable().WithCancellation(cancellation))
                rows._lines[line.Id] = line;
            var recorded = await db.ReminderDeliveries
                .Where(r => ids.Contains(r.DeadlineId) && r.Channel == ReminderChannel.Mail)
                .GroupBy(r => new { r.DeadlineId, r.DueOn, r.RecipientId })
                .Select(g => new { g.Key, Newest = g.Min(r => r.Offset) })
                .ToListAsync(cancellation);
            foreach (var step in recorded)
                rows._newest[(step.Key.DeadlineId, step.Key.DueOn, step.Key.RecipientId)] = step.Newest;
        }
        return rows;
    }

    /// <summary>Null when it is no longer open.</summary>
    public OwedLine? Find(Guid deadline) => _lines.GetValueOrDefault(deadline);

    /// <summary>The latest step on record for the person and the present due date; null when there is none.</summary>
    public int? Newest(OwedLine line, Guid person) => _newest.TryGetValue((line.Id, line.DueOn, person), out var step) ? step : null;

    private static IQueryable<OwedLine> Lines(AppDbContext db) =>
        db.OpenDeadlines.Join(db.Projects, d => d.ProjectId, p => p.Id, (d, p) => new OwedLine
        {
            Id = d.Id,
            DueOn = d.DueOn,
            Title = d.Title,
            StageCode = d.StageCode,
            ProjectCode = p.Code,
            ProjectName = p.Name,
            ProjectState = p.State,
            TemplateId = p.TemplateId,
            TemplateVersion = p.TemplateVersion,
            UnitId = p.UnitId,
            AgreementId = p.AgreementId,
        });
}
