using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Deadlines;

/// <summary>A deadline as lists show it.</summary>
public sealed record DeadlineRow
{
    public required Guid Id { get; init; }
    public required string ProjectCode { get; init; }
    public required LocalText ProjectName { get; init; }
    public required LocalText Title { get; init; }
    public required string StageCode { get; init; }

    /// <summary>The template's rule that gave it; null for the others.</summary>
    public required string? RuleCode { get; init; }

    public bool IsByTemplate => RuleCode is not null;

    /// <summary>The part of the work whose row it follows and with which alone it changes; null for the others.</summary>
    public required string? PartCode { get; init; }

    public required DateOnly DueOn { get; init; }
    public required DateOnly? DoneOn { get; init; }
    public required DateTime? CancelledAt { get; init; }

    /// <summary>The date its rule gives; null for those settled on entering the stage or set by hand.</summary>
    public required DateOnly? CountedOn { get; init; }

    /// <summary>Why it was waived; null for one that was not.</summary>
    public required string? WaivedBecause { get; init; }

    /// <summary>The title of the paper that shows it was met.</summary>
    public required string? Evidence { get; init; }

    public required Guid? ResponsibleId { get; init; }

    /// <summary>The responsible person, else the project's owner.</summary>
    public required string? Responsible { get; init; }

    public required string Note { get; init; }
    public required int Version { get; init; }

    /// <summary>The business date it was read on.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Somebody chose another date than its rule gives.</summary>
    public bool IsMovedByHand => CountedOn is { } counted && counted != DueOn;

    public bool IsOpen => DoneOn is null && CancelledAt is null;

    /// <summary>Days until it is due; negative when overdue.</summary>
    public int DaysLeft => DueOn.DayNumber - Today.DayNumber;
}

/// <summary>Which deadlines to list.</summary>
public sealed record DeadlineFilter
{
    /// <summary>"open" (default), "overdue", "done" or "all".</summary>
    public string Show { get; init; } = "open";

    /// <summary>Only those the person answers for.</summary>
    public bool Mine { get; init; }

    public Guid? ProjectId { get; init; }

    /// <summary>Only those due on or after this day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only those due on or before this day.</summary>
    public DateOnly? Until { get; init; }

    public int Page { get; init; } = 1;
    public int PageSize { get; init; } = 50;
}

/// <summary>Deadlines over all projects the person may see, earliest first.</summary>
public sealed class DeadlineList(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    /// <summary>One page: two queries.</summary>
    public async Task<Paged<DeadlineRow>> PageAsync(DeadlineFilter filter, CancellationToken cancellation)
    {
        var today = IndonesianZone.Wib.Today(clock);
        var deadlines = Filtered(filter, today);
        var total = await deadlines.CountAsync(cancellation);
        var page = Paging.Shown(filter.Page, filter.PageSize, total);
        return new Paged<DeadlineRow>(await RowsAsync(deadlines, page, filter.PageSize, today, cancellation), total, page, filter.PageSize);
    }

    /// <summary>The first page without counting the rest: one query.</summary>
    public Task<List<DeadlineRow>> FirstAsync(DeadlineFilter filter, CancellationToken cancellation)
    {
        var today = IndonesianZone.Wib.Today(clock);
        return RowsAsync(Filtered(filter, today), page: 1, filter.PageSize, today, cancellation);
    }

    private Task<List<DeadlineRow>> RowsAsync(
        IQueryable<DeadlineOfProject> deadlines, int page, int pageSize, DateOnly today, CancellationToken cancellation) =>
        deadlines
            .OrderBy(x => x.Deadline.DueOn).ThenBy(x => x.Project.Code).ThenBy(x => x.Deadline.Id)
            .Skip((page - 1) * pageSize).Take(pageSize)
            .Select(x => new DeadlineRow
            {
                Id = x.Deadline.Id,
                ProjectCode = x.Project.Code,
                ProjectName = x.Project.Name,
                Title = x.Deadline.Title,
                StageCode = x.Deadline.StageCode,
                RuleCode = x.Deadline.RuleCode,
                CountedOn = x.Deadline.CountedOn,
                WaivedBecause = x.Deadline.WaivedBecause,
                Evidence = db.Documents.Where(p => p.Id == x.Deadline.EvidenceId).Select(p => p.Title).FirstOrDefault(),
                PartCode = x.Deadline.PartCode,
                DueOn = x.Deadline.DueOn,
                DoneOn = x.Deadline.DoneOn,
                CancelledAt = x.Deadline.CancelledAt,
                ResponsibleId = x.Deadline.ResponsibleId,
                Responsible = db.Users.Where(u => u.Id == (x.Deadline.ResponsibleId ?? x.Project.OwnerId)).Select(u => u.DisplayName).FirstOrDefault(),
                Note = x.Deadline.Note,
                Version = x.Deadline.Version,
                Today = today,
            })
            .ToListAsync(cancellation);

    /// <summary>What the filter lets through of the projects in reach.</summary>
    internal IQueryable<DeadlineOfProject> Filtered(DeadlineFilter filter, DateOnly today)
    {
        var source = filter.Show is "all" or "done" ? db.Deadlines : db.OpenDeadlines;
        var scope = user.Scope(Rights.ViewProject);
        var deadlines = source.AsNoTracking().Within(db, scope)
            .Join(db.Projects.Within(scope), d => d.ProjectId, p => p.Id, (d, p) => new DeadlineOfProject { Deadline = d, Project = p });
        deadlines = filter.Show switch
        {
            "done" => deadlines.Where(x => x.Deadline.DoneOn != null),
            "overdue" => deadlines.Where(x => x.Deadline.DueOn < today),
            _ => deadlines,
        };
        if (filter.Mine)
            deadlines = deadlines.Where(x => (x.Deadline.ResponsibleId ?? x.Project.OwnerId) == user.Id);
        if (filter.ProjectId is { } project)
            deadlines = deadlines.Where(x => x.Deadline.ProjectId == project);
        if (filter.From is { } from)
            deadlines = deadlines.Where(x => x.Deadline.DueOn >= from);
        if (filter.Until is { } until)
            deadlines = deadlines.Where(x => x.Deadline.DueOn <= until);
        return deadlines;
    }
}

/// <summary>A deadline with its project, inside of queries.</summary>
internal sealed class DeadlineOfProject
{
    public required Deadline Deadline { get; init; }
    public required Domain.Projects.Project Project { get; init; }
}
