using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Features.Reports;

/// <summary>
/// Fills the portfolio workbook from the very query of the project list. The ids are read first, in the list's order, then
/// projects follow in batches: the rows are those of one moment and memory stays flat. The next batch is read while the rows
/// of the last are being used.
/// </summary>
public sealed class PortfolioQuery(AppDbContext db, CurrentUser user, TemplateCatalog templates, GateFactsQuery gateFacts, StallWatch stall, TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <summary>The report over the rows that <paramref name="filter"/> shows the current user, and how many rows all its sheets hold.</summary>
    /// <param name="filter">The list's view; its page is ignored.</param>
    /// <param name="language">"id" or "en".</param>
    /// <param name="publicUrl">Where the product is reached, for links; null for none.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<(PortfolioReport Report, int Rows)> LoadAsync(ProjectListFilter filter, string language, Uri? publicUrl, CancellationToken cancellation)
    {
        var zone = await ZoneAsync(cancellation);
        var today = zone.Today(clock);
        var projects = await stall.NarrowAsync(db.Filtered(filter, user.Scope(Rights.ExportProjects), today), filter.Flag, today, cancellation);
        var ids = await projects.Ordered(db, filter, language).Select(p => p.Id).ToListAsync(cancellation);
        var byState = await projects.GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var pinned = await projects.Select(p => new { p.TemplateId, p.TemplateVersion }).Distinct().ToListAsync(cancellation);
        var rows = ids.Count
            + await projects.SelectMany(p => db.StageMoves.Where(m => m.ProjectId == p.Id)).CountAsync(cancellation)
            + await projects.Join(OpenDeadlines(), p => p.Id, d => d.ProjectId, (p, d) => d.Id).CountAsync(cancellation);
        var names = await NamesAsync(cancellation);
        var cover = new ReportCover
        {
            Language = language,
            Filters = await InWordsAsync(filter, language, cancellation),
            MadeAt = clock.GetUtcNow().UtcDateTime,
            Zone = zone,
            MadeBy = user.Name,
            Templates = [.. pinned.OrderBy(t => t.TemplateId).Select(t => (templates.Get(t.TemplateId, t.TemplateVersion).Name.In(language), t.TemplateVersion))],
        };
        var reading = new Reading(ids, names, language, today, publicUrl);
        return (new PortfolioReport(
            cover,
            InBatches(reading, ProjectsAsync, cancellation),
            InBatches(reading, HistoryAsync, cancellation),
            InBatches(reading, DeadlinesAsync, cancellation),
            [.. StateCodes.All.Where(code => StateCodes.Stages.Contains(code) || byState.ContainsKey(code))
                .Select(code => new StageCount(templates.StateName(code).In(language), byState.GetValueOrDefault(code)))]), rows);
    }

    private static IAsyncEnumerable<T> InBatches<T>(
        Reading reading, Func<Guid[], Reading, CancellationToken, Task<List<T>>> rowsOf, CancellationToken cancellation) =>
        ReadAhead.Of(reading.Ids.Chunk(BatchSize).Select(batch => (Func<Task<List<T>>>)(() => rowsOf(batch, reading, cancellation))), cancellation);

    private async Task<List<PortfolioProjectRow>> ProjectsAsync(Guid[] batch, Reading reading, CancellationToken cancellation)
    {
        var projects = await db.Projects.AsNoTracking().Where(p => batch.Contains(p.Id))
            .Include(p => p.Partners).Include(p => p.Amounts).AsSplitQuery()
            .ToDictionaryAsync(p => p.Id, cancellation);
        var facts = await gateFacts.ForAsync([.. projects.Values], reading.Today, cancellation);
        var flags = await stall.OfAsync(batch, only: null, reading.Today, cancellation);
        var due = (await OpenDeadlines()
            .Where(d => batch.Contains(d.ProjectId))
            .Select(d => new { d.ProjectId, d.DueOn, d.Title }).ToListAsync(cancellation))
            .GroupBy(d => d.ProjectId).ToDictionary(g => g.Key, g => g.MinBy(d => d.DueOn)!);
        return [.. batch.Where(projects.ContainsKey).Select(id => Row(projects[id], facts[id], due.GetValueOrDefault(id)?.DueOn, due.GetValueOrDefault(id)?.Title, reading) with { StallFlags = flags.GetValueOrDefault(id) ?? [] })];
    }

    private PortfolioProjectRow Row(Project project, GateFacts facts, DateOnly? nextDueOn, LocalText? nextDue, Reading reading)
    {
        var template = templates.Get(project.TemplateId, project.TemplateVersion);
        var state = template.State(project.State);
        var partner = project.LeadPartnerId is { } lead ? reading.Names.Partners[lead] : null;
        return new PortfolioProjectRow
        {
            Code = project.Code,
            Url = reading.PublicUrl is null ? null : new Uri(reading.PublicUrl, $"projects/{project.Code}").ToString(),
            NameId = project.Name.Id,
            NameEn = project.Name.En,
            Unit = reading.Names.Units[project.UnitId],
            Region = ReferenceData.RegionName(project.RegionCode),
            Sector = ReferenceData.Sectors.TryGetValue(project.SectorCode, out var sector) ? $"{sector.Code} {sector.NameEn}" : null,
            LeadPartner = partner?.Name,
            PartnerKind = partner?.Kind,
            Template = template.Name.In(reading.Language),
            TemplateVersion = template.Version,
            Stage = state.Name.In(reading.Language),
            StageSince = project.StateSince,
            DaysInStage = project.DaysInState(reading.Today),
            PlannedStart = project.Dates.PlannedStart,
            SignedOn = project.Dates.SignedOn,
            EffectiveOn = project.Dates.EffectiveOn,
            ClosingOn = project.Dates.ClosingOn,
            CompletedOn = project.Dates.CompletedOn,
            Agreement = project.Amounts.Find(a => a.Kind == AmountKind.Agreement)?.Money,
            Counterpart = project.Amounts.Find(a => a.Kind == AmountKind.Counterpart)?.Money,
            NextDeadlineOn = nextDueOn,
            NextDeadline = nextDue?.In(reading.Language),
            UnmetConditions = [.. template.GateAhead(project.State).Where(c => !facts.Satisfy(c)).Select(c => c.Text.In(reading.Language))],
            Owner = project.OwnerId is { } owner ? reading.Names.People.GetValueOrDefault(owner) : null,
            Light = state.Kind is StateKind.Stage or StateKind.Held
                ? ProjectHealth.Of(reading.Today, nextDueOn, project.DaysInState(reading.Today), state.ExpectedDays).Light
                : null,
        };
    }

    private async Task<List<StageHistoryRow>> HistoryAsync(Guid[] batch, Reading reading, CancellationToken cancellation)
    {
        var codes = await db.Projects.AsNoTracking().Where(p => batch.Contains(p.Id))
            .Select(p => new { p.Id, p.Code }).ToDictionaryAsync(p => p.Id, p => p.Code, cancellation);
        var moves = (await db.StageMoves.AsNoTracking().Where(m => batch.Contains(m.ProjectId))
            .OrderBy(m => m.On).ThenBy(m => m.RecordedAt).ThenBy(m => m.Id)
            .Select(m => new { m.ProjectId, m.Kind, m.From, m.To, m.On, m.Stayed, m.MovedById, m.Reason, m.ObstacleCode })
            .ToListAsync(cancellation)).ToLookup(m => m.ProjectId);
        var rows = new List<StageHistoryRow>();
        foreach (var id in batch.Where(codes.ContainsKey))
        {
            rows.AddRange(moves[id].Select(move => new StageHistoryRow
            {
                ProjectCode = codes[id],
                On = move.On,
                Move = move.Kind,
                From = move.From is null ? null : templates.StateName(move.From).In(reading.Language),
                To = templates.StateName(move.To).In(reading.Language),
                By = move.MovedById is { } by ? reading.Names.People.GetValueOrDefault(by) : null,
                Reason = move.Reason,
                ObstacleCode = move.ObstacleCode,
                DaysInStageLeft = move.Stayed,
            }));
        }
        return rows;
    }

    private IQueryable<Deadline> OpenDeadlines() => db.OpenDeadlines.AsNoTracking().Within(db, user.Scope(Rights.ExportProjects));

    /// <summary>The open ones: what is done or cancelled stands in the project's own pages.</summary>
    private async Task<List<PortfolioDeadlineRow>> DeadlinesAsync(Guid[] batch, Reading reading, CancellationToken cancellation)
    {
        var projects = await db.Projects.AsNoTracking().Where(p => batch.Contains(p.Id))
            .Select(p => new { p.Id, p.Code, p.OwnerId }).ToDictionaryAsync(p => p.Id, cancellation);
        var deadlines = (await OpenDeadlines()
            .Where(d => batch.Contains(d.ProjectId))
            .OrderBy(d => d.DueOn).ThenBy(d => d.Id)
            .Select(d => new { d.ProjectId, d.Title, d.DueOn, d.ResponsibleId })
            .ToListAsync(cancellation)).ToLookup(d => d.ProjectId);
        var rows =
            from id in batch
            where projects.ContainsKey(id)
            from deadline in deadlines[id]
            let person = deadline.ResponsibleId ?? projects[id].OwnerId
            select new PortfolioDeadlineRow
            {
                ProjectCode = projects[id].Code,
                Title = deadline.Title.In(reading.Language),
                DueOn = deadline.DueOn,
                DaysLeft = deadline.DueOn.DayNumber - reading.Today.DayNumber,
                Standing = deadline.DueOn < reading.Today ? DeadlineStanding.Overdue : DeadlineStanding.Open,
                Responsible = person is null ? null : reading.Names.People.GetValueOrDefault(person.Value),
            };
        return [.. rows];
    }

    /// <summary>The clock of the person's first unit; Jakarta's where they have none.</summary>
    private async Task<IndonesianZone> ZoneAsync(CancellationToken cancellation)
    {
        var mine = user.UnitIds;
        return await db.Units.Where(u => mine.Contains(u.Id)).OrderBy(u => u.Code).Select(u => u.Zone).FirstOrDefaultAsync(cancellation);
    }

    private async Task<IReadOnlyList<(string Field, string Value)>> InWordsAsync(ProjectListFilter filter, string language, CancellationToken cancellation)
    {
        var words = new List<(string Field, string Value)>();
        Add("search", filter.Search);
        Add("state", filter.State == "" ? null : templates.StateName(filter.State).In(language));
        Add("template", filter.Template == "" ? null : templates.Known().FirstOrDefault(t => t.Id == filter.Template)?.Name.In(language) ?? filter.Template);
        Add("unit", filter.Unit is null ? null : await db.Units.Where(u => u.Id == filter.Unit).Select(u => u.Name).FirstOrDefaultAsync(cancellation));
        Add("partner", filter.Partner is null ? null : await db.Partners.Where(p => p.Id == filter.Partner).Select(p => p.Name).FirstOrDefaultAsync(cancellation));
        Add("owner", filter.Owner is null ? null : await db.Users.Where(u => u.Id == filter.Owner).Select(u => u.DisplayName).FirstOrDefaultAsync(cancellation));
        Add("region", filter.Region == "" ? null : ReferenceData.RegionName(filter.Region));
        Add("flag", filter.Flag?.ToString());
        Add("obstacle", filter.Obstacle == "" ? null : ReferenceData.Obstacles.TryGetValue(filter.Obstacle, out var obstacle) ? $"{obstacle.Code} {obstacle.Name.In(language)}" : filter.Obstacle);
        Add("overdue", filter.Overdue ? "✓" : null);
        Add("sort", string.Join(", ", filter.Sort));
        return words;

        void Add(string field, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                words.Add((field, value));
        }
    }

    private async Task<Names> NamesAsync(CancellationToken cancellation) => new(
        await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name, cancellation),
        await db.Users.AsNoTracking().Select(u => new { u.Id, u.DisplayName }).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation),
        await db.Partners.AsNoTracking().ToDictionaryAsync(p => p.Id, p => new PartnerName(p.DisplayName, p.Kind), cancellation));

    private sealed record PartnerName(string Name, PartnerKind Kind);

    private sealed record Names(Dictionary<Guid, string> Units, Dictionary<Guid, string> People, Dictionary<Guid, PartnerName> Partners);

    private sealed record Reading(List<Guid> Ids, Names Names, string Language, DateOnly Today, Uri? PublicUrl);
}
