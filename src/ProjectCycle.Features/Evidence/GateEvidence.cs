using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Evidence;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Evidence;

/// <summary>Gathers what a gate of a project stood on when it was passed, or what the gate ahead has so far.</summary>
public sealed class GateEvidence(AppDbContext db, CurrentUser user, ProjectPage projects, GateFactsQuery gateFacts, WorkOverview overview, TemplateCatalog templates, FileStore files, TimeProvider clock)
{
    /// <summary>The pack, or null when project, move or gate is not there or not for this person.</summary>
    /// <param name="projectCode">The project.</param>
    /// <param name="moveId">A move of its history; null for the gate ahead.</param>
    /// <param name="language">"id" or "en".</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<EvidencePack?> FindAsync(string projectCode, Guid? moveId, string language, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ViewHistory) || await projects.FindAsync(projectCode, cancellation) is not { } view)
            return null;
        var gate = moveId is { } id ? await PassedAsync(view, id, cancellation) : await AheadAsync(view, cancellation);
        if (gate is null || gate.Conditions.Count == 0)
            return null;
        return new EvidencePack
        {
            Language = language,
            ProjectCode = view.Project.Code,
            ProjectName = view.Project.Name.In(language),
            From = gate.Template.State(gate.From).Name.In(language),
            To = gate.Template.State(gate.To).Name.In(language),
            PassedOn = gate.Move?.On,
            PassedBy = gate.Move?.MovedById is { } by ? await db.Users.Where(u => u.Id == by).Select(u => u.DisplayName).FirstOrDefaultAsync(cancellation) : null,
            TemplateName = gate.Template.Name.In(language),
            TemplateId = gate.Template.Id,
            TemplateVersion = gate.Template.Version,
            TemplateText = templates.Loaded.First(t => t.Template == gate.Template).Text,
            MadeAt = clock.GetUtcNow().UtcDateTime,
            MadeBy = user.Name,
            Zone = view.Unit.Zone,
            Conditions = await ConditionsAsync(view, gate, language, cancellation),
        };
    }

    /// <summary>Opens a file of a pack that was found.</summary>
    public Stream Open(PackFile file) => files.Open(file.Hash);

    private async Task<Gate?> PassedAsync(ProjectView view, Guid moveId, CancellationToken cancellation)
    {
        var move = await db.StageMoves.AsNoTracking().FirstOrDefaultAsync(m => m.Id == moveId && m.ProjectId == view.Project.Id, cancellation);
        if (move?.From is null)
            return null;
        var template = templates.Get(view.Project.TemplateId, move.TemplateVersion);
        var known = template.Moves.SelectMany(m => m.Gate).DistinctBy(c => c.Code).ToDictionary(c => c.Code);
        using var stood = JsonDocument.Parse(move.Gate);
        var conditions = stood.RootElement.EnumerateArray()
            .Where(c => known.ContainsKey(c.GetProperty("code").GetString()!))
            .Select(c => new ConditionCheck(known[c.GetProperty("code").GetString()!], c.GetProperty("met").GetBoolean()));
        return new Gate(template, move.From, move.To, move, [.. conditions], move.On, move.RecordedAt);
    }

    private async Task<Gate?> AheadAsync(ProjectView view, CancellationToken cancellation)
    {
        var facts = await gateFacts.ForAsync(view.Project, view.Today, cancellation);
        var check = CycleMachine.For(view.Template, view.Project, facts).WayOn();
        return check is null ? null : new Gate(view.Template, check.From, check.To!, null, check.Conditions, view.Today, clock.GetUtcNow().UtcDateTime);
    }

    private async Task<IReadOnlyList<PackCondition>> ConditionsAsync(ProjectView view, Gate gate, string language, CancellationToken cancellation)
    {
        var id = view.Project.Id;
        var documents = await DocumentsAsync(id, gate.Until, cancellation);
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.ProjectId == id && d.RecordedAt <= gate.Until)
            .OrderBy(d => d.RecordedAt).ThenBy(d => d.Id)
            .Select(d => new { Decision = d, By = db.Users.Where(u => u.Id == d.RecordedById).Select(u => u.DisplayName).First() })
            .ToListAsync(cancellation);
        var confirmations = await db.Confirmations.AsNoTracking().Where(c => c.ProjectId == id && c.ConfirmedAt <= gate.Until)
            .Select(c => new { c.ItemCode, c.Note, c.ConfirmedAt, By = db.Users.Where(u => u.Id == c.ConfirmedById).Select(u => u.DisplayName).First() })
            .ToListAsync(cancellation);
        var asked = (await db.DecisionConditions.AsNoTracking().Where(c => c.ProjectId == id).OrderBy(c => c.Number).ToListAsync(cancellation)).ToLookup(c => c.DecisionId);
        var work = await overview.OfAsync(id, [.. gate.Conditions.Where(c => c.Condition.Kind == ConditionKind.Work).Select(c => c.Condition.Subject)], cancellation);
        return [.. gate.Conditions.Select(c => new PackCondition(c.Condition.Code, c.Condition.Text.In(language), c.IsMet, [.. Evidence(c.Condition)]))];

        IEnumerable<PackEvidence> Evidence(GateCondition condition) => condition.Kind switch
        {
            ConditionKind.Document => documents.Where(d => d.KindCode == condition.Subject).Select(d => d.AsEvidence()),
            ConditionKind.Checklist => confirmations.Where(c => c.ItemCode == condition.Subject).Select(c => new PackEvidence
            {
                Kind = EvidenceKind.Confirmation,
                Title = gate.Template.Checklist.First(i => i.Code == condition.Subject).Text.In(language),
                Note = c.Note,
                By = c.By,
                At = c.ConfirmedAt,
            }),
            ConditionKind.Decision => decisions.Where(d => d.Decision.AuthorityCode == condition.Subject).Select(d => new PackEvidence
            {
                Kind = EvidenceKind.Decision,
                Title = gate.Template.Authorities.First(a => a.Code == condition.Subject).Name.In(language),
                Outcome = d.Decision.Outcome,
                LetterNumber = d.Decision.LetterNumber,
                On = d.Decision.DecidedOn,
                Note = d.Decision.Reason,
                By = d.By,
                At = d.Decision.RecordedAt,
                FollowUps = [.. asked[d.Decision.Id].Select(c => new PackFollowUp(c.Text, c.DueOn, c.DoneOn <= gate.On ? c.DoneOn : null))],
                File = documents.LastOrDefault(l => l.DocumentId == d.Decision.DocumentId)?.File,
            }),
            ConditionKind.Work => work.TryGetValue(condition.Subject, out var status)
                ? [new PackEvidence { Kind = EvidenceKind.Work, Title = condition.Subject, Entries = status.Entries }]
                : [],
            _ => Field(view, condition.Subject),
        };
    }

    private async Task<List<Paper>> DocumentsAsync(Guid projectId, DateTime until, CancellationToken cancellation) =>
        await db.DocumentVersions.AsNoTracking().Where(v => v.ProjectId == projectId && v.UploadedAt <= until)
            .Join(db.Documents, v => v.DocumentId, d => d.Id, (v, d) => new { Version = v, Document = d })
            .OrderBy(x => x.Document.Title).ThenBy(x => x.Document.Id).ThenBy(x => x.Version.Number)
            .Select(x => new Paper(
                x.Document.Id, x.Document.KindCode, x.Document.Title, x.Version.Number, x.Version.UploadedAt,
                db.Users.Where(u => u.Id == x.Version.UploadedById).Select(u => u.DisplayName).First(),
                new PackFile(x.Version.Id, x.Version.FileName, x.Version.Hash, x.Version.Size)))
            .ToListAsync(cancellation);

    /// <summary>As the project holds it now; nothing where it is blank.</summary>
    private static IEnumerable<PackEvidence> Field(ProjectView view, string code)
    {
        var project = view.Project;
        var field = new PackEvidence { Kind = EvidenceKind.Field, Title = code };
        field = code switch
        {
            ProjectFields.Summary => field with { Note = project.Summary },
            ProjectFields.RpjmdAlignment => field with { Note = project.RpjmdAlignment },
            ProjectFields.PartnerProgramme => field with { Note = project.PartnerProgramme },
            ProjectFields.Owner => field with { Note = view.OwnerName ?? "" },
            ProjectFields.LeadPartner => field with { Note = view.Partners.FirstOrDefault(p => p.PartnerId == project.LeadPartnerId)?.Name ?? "" },
            ProjectFields.Agreement => field with { Note = view.Agreement?.Number ?? "" },
            ProjectFields.AgreementAmount => field with { Amounts = Amounts(AmountKind.Agreement) },
            ProjectFields.CounterpartAmount => field with { Amounts = Amounts(AmountKind.Counterpart) },
            _ => project.Dates.Known.TryGetValue(code, out var date) ? field with { On = date } : field,
        };
        return field.Note != "" || field.Amounts.Count > 0 || field.On is not null ? [field] : [];

        List<Domain.Money.Money> Amounts(AmountKind kind) => [.. project.Amounts.Where(a => a.Kind == kind).Select(a => a.Money)];
    }

    private sealed record Gate(CycleTemplate Template, string From, string To, StageMove? Move, IReadOnlyList<ConditionCheck> Conditions, DateOnly On, DateTime Until);

    private sealed record Paper(Guid DocumentId, string KindCode, string Title, int Number, DateTime UploadedAt, string By, PackFile File)
    {
        public PackEvidence AsEvidence() =>
            new() { Kind = EvidenceKind.Document, Title = Title, Version = Number, By = By, At = UploadedAt, File = File };
    }
}
