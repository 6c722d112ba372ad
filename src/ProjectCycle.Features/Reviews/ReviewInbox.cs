using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Reviews;

/// <summary>An open request as lists show it.</summary>
public sealed record ReviewRow
{
    public required Guid Id { get; init; }
    public required string ProjectCode { get; init; }
    public required LocalText ProjectName { get; init; }
    public required string State { get; init; }
    public required LocalText Authority { get; init; }
    public required string AskedBy { get; init; }
    public required DateOnly AskedOn { get; init; }

    /// <summary>Full days it has been waiting, by the clock of the project's unit.</summary>
    public required int Days { get; init; }

    /// <summary>Who could decide; only filled for requests of one's own.</summary>
    public IReadOnlyList<string> WaitingFor { get; init; } = [];
}

/// <summary>What waits for a decision of mine, and what I wait for: a fixed number of queries.</summary>
public sealed class ReviewInbox(AppDbContext db, CurrentUser user, TemplateCatalog templates, TimeProvider clock)
{
    /// <summary>Own requests shown at once, the oldest first.</summary>
    public const int OwnShown = 100;

    private List<Answerable>? _answerable;

    /// <summary>How many open requests the person could answer: one query, none for who decides nothing.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation) => (await AnswerableAsync(cancellation)).Sum(a => a.Count);

    /// <summary>Requests the person could answer, the oldest first.</summary>
    public async Task<Paged<ReviewRow>> ForMeAsync(int page, int pageSize, CancellationToken cancellation)
    {
        var answerable = await AnswerableAsync(cancellation);
        var total = answerable.Sum(a => a.Count);
        var shown = Paging.Shown(page, pageSize, total);
        if (total == 0)
            return new Paged<ReviewRow>([], 0, shown, pageSize);
        var keys = answerable.ConvertAll(a => a.Key);
        var rows = await ReadAsync(
            Others().Where(x => keys.Contains(x.Project.TemplateId + "/" + x.Project.TemplateVersion + "/" + x.Request.AuthorityCode)), (shown - 1) * pageSize, pageSize, cancellation);
        return new Paged<ReviewRow>([.. rows.Select(row => Row(row, []))], total, shown, pageSize);
    }

    /// <summary>The person's own open requests with the names of who could answer them.</summary>
    public async Task<IReadOnlyList<ReviewRow>> MineAsync(CancellationToken cancellation)
    {
        if (!user.Can(Rights.RequestDecision))
            return [];
        var rows = await ReadAsync(Open(user.Scope(Rights.ViewReviews)).Where(x => x.Request.AskedById == user.Id), 0, OwnShown, cancellation);
        var units = rows.Select(row => row.UnitId).Distinct().ToList();
        var people = await db.Users.AsNoTracking()
            .Where(u => u.IsActive && u.Id != user.Id && u.Units.Any(m => units.Contains(m.UnitId)))
            .OrderBy(u => u.DisplayName)
            .Select(u => new { u.DisplayName, Units = u.Units.Select(m => m.UnitId).ToList(), Roles = u.Roles.Select(r => r.Role).ToList() })
            .AsSingleQuery()
            .ToListAsync(cancellation);
        return [.. rows.Select(row => Row(row, [.. people
            .Where(p => p.Units.Contains(row.UnitId) && AuthorityOf(row).IsDecidedBy(p.Roles))
            .Select(p => p.DisplayName)]))];
    }

    /// <summary>Which authority of which template may be decided stands in the templates, so the groups are read and then sifted.</summary>
    private async Task<List<Answerable>> AnswerableAsync(CancellationToken cancellation)
    {
        if (_answerable is not null)
            return _answerable;
        if (!user.Can(Rights.RecordDecision))
            return _answerable = [];
        var groups = await Others()
            .GroupBy(x => new { x.Project.TemplateId, x.Project.TemplateVersion, x.Request.AuthorityCode })
            .Select(g => new { g.Key.TemplateId, g.Key.TemplateVersion, g.Key.AuthorityCode, Count = g.Count() })
            .ToListAsync(cancellation);
        return _answerable = [.. groups
            .Where(g => user.MayDecide(AuthorityOf(g.TemplateId, g.TemplateVersion, g.AuthorityCode)))
            .Select(g => new Answerable(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{g.TemplateId}/{g.TemplateVersion}/{g.AuthorityCode}"), g.Count))];
    }

    private IQueryable<Asked> Others() => Open(user.Scope(Rights.RecordDecision)).Where(x => x.Request.AskedById != user.Id);

    private IQueryable<Asked> Open(ProjectScope scope) =>
        db.OpenRequests.AsNoTracking().Join(db.Projects.Within(scope), r => r.ProjectId, p => p.Id, (r, p) => new Asked { Request = r, Project = p });

    private Task<List<Read>> ReadAsync(IQueryable<Asked> asked, int skip, int take, CancellationToken cancellation) => asked
        .OrderBy(x => x.Request.AskedOn).ThenBy(x => x.Request.AskedAt).ThenBy(x => x.Request.Id)
        .Skip(skip).Take(take)
        .Select(x => new Read(
            x.Request.Id,
            x.Request.AuthorityCode,
            x.Request.AskedOn,
            db.Users.Where(u => u.Id == x.Request.AskedById).Select(u => u.DisplayName).First(),
            x.Project.Code,
            x.Project.Name,
            x.Project.State,
            x.Project.TemplateId,
            x.Project.TemplateVersion,
            x.Project.UnitId,
            db.Units.Where(u => u.Id == x.Project.UnitId).Select(u => u.Zone).First()))
        .ToListAsync(cancellation);

    private ReviewRow Row(Read row, IReadOnlyList<string> waitingFor) => new()
    {
        Id = row.Id,
        ProjectCode = row.ProjectCode,
        ProjectName = row.ProjectName,
        State = row.State,
        Authority = AuthorityOf(row).Name,
        AskedBy = row.AskedBy,
        AskedOn = row.AskedOn,
        Days = DecisionRequest.DaysWaiting(row.AskedOn, row.Zone.Today(clock)),
        WaitingFor = waitingFor,
    };

    private Authority AuthorityOf(Read row) => AuthorityOf(row.TemplateId, row.TemplateVersion, row.AuthorityCode);

    private Authority AuthorityOf(string template, int version, string code) => templates.Get(template, version).Authorities.First(a => a.Code == code);

    private sealed record Answerable(string Key, int Count);

    private sealed record Read(
        Guid Id,
        string AuthorityCode,
        DateOnly AskedOn,
        string AskedBy,
        string ProjectCode,
        LocalText ProjectName,
        string State,
        string TemplateId,
        int TemplateVersion,
        Guid UnitId,
        IndonesianZone Zone);

    private sealed class Asked
    {
        public required DecisionRequest Request { get; init; }
        public required Project Project { get; init; }
    }
}
