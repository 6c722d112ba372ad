using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Notices;

/// <summary>A notice as the list shows it.</summary>
/// <param name="ProjectCode">Null when it is about no project, and so <paramref name="ProjectName"/>.</param>
public sealed record NoticeRow(Notice Notice, string? ProjectCode, LocalText? ProjectName);

/// <summary>A person's own notices; one about a project only while they may see the project.</summary>
public sealed class NoticeList(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    /// <summary>The bell counts no further: one more than it shows.</summary>
    public const int MostCounted = 100;

    private const int PageSize = 50;

    private int? _unread;

    /// <summary>How many are unread, up to <see cref="MostCounted"/>: one query, however often a page asks.</summary>
    public async Task<int> CountUnreadAsync(CancellationToken cancellation) =>
        _unread ??= await Mine().Where(n => n.ReadAt == null).Take(MostCounted).CountAsync(cancellation);

    /// <summary>One page, newest first.</summary>
    public async Task<Paged<NoticeRow>> PageAsync(bool unreadOnly, int page, CancellationToken cancellation)
    {
        var notices = Mine().Where(n => !unreadOnly || n.ReadAt == null);
        var total = await notices.CountAsync(cancellation);
        var shown = Paging.Shown(page, PageSize, total);
        var rows = await notices
            .OrderByDescending(n => n.At).ThenByDescending(n => n.Id)
            .Skip((shown - 1) * PageSize).Take(PageSize)
            .Select(n => new
            {
                Notice = n,
                Project = db.Projects.Where(p => p.Id == n.ProjectId).Select(p => new { p.Code, p.Name }).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return new Paged<NoticeRow>([.. rows.Select(row => new NoticeRow(row.Notice, row.Project?.Code, row.Project?.Name))], total, shown, PageSize);
    }

    /// <summary>Marks a notice read.</summary>
    /// <returns>Where it leads, or null when it is not there or not for this person.</returns>
    public async Task<string?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        var path = await Mine().Where(n => n.Id == id).Select(n => n.Path).FirstOrDefaultAsync(cancellation);
        if (path is not null)
            await MarkAsync(db.Notices.Where(n => n.Id == id), cancellation);
        return path;
    }

    /// <summary>Marks all of them read that were there at <paramref name="until"/> (UTC): what came since has not been seen.</summary>
    /// <returns>How many.</returns>
    public Task<int> ReadAllAsync(DateTime until, CancellationToken cancellation) =>
        MarkAsync(Mine().Where(n => n.At <= until), cancellation);

    private Task<int> MarkAsync(IQueryable<Notice> notices, CancellationToken cancellation)
    {
        DateTime? now = clock.GetUtcNow().UtcDateTime;
        return notices.Where(n => n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancellation);
    }

    private IQueryable<Notice> Mine()
    {
        var mine = db.Notices.AsNoTracking().Where(n => n.PersonId == user.Id);
        var scope = user.Scope(Rights.ViewProject);
        if (scope.All)
            return mine;
        var reached = db.Projects.Within(scope);
        return mine.Where(n => n.ProjectId == null || reached.Any(p => p.Id == n.ProjectId));
    }
}
