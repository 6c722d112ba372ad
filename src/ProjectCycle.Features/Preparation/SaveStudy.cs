using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Preparation;

/// <summary>A study as a form hands it over.</summary>
public sealed record StudyInput
{
    public string Scope { get; init; } = "";
    public string Findings { get; init; } = "";
    public StudyVerdict Verdict { get; init; }
    public string Author { get; init; } = "";
    public DateOnly? FinishedOn { get; init; }

    /// <summary>A document of the project, or null.</summary>
    public Guid? DocumentId { get; init; }
}

/// <summary>Saves one of a project's six studies; the first save makes the row.</summary>
public sealed class SaveStudy(AppDbContext db, Workbench bench)
{
    /// <summary>A verdict needs its findings and the day the study was finished.</summary>
    /// <param name="projectCode">The project.</param>
    /// <param name="kind">Which of the six.</param>
    /// <param name="input">What the form says.</param>
    /// <param name="version">The row's version when the form was opened; <see cref="Workbench.NotYet"/> when there was none.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Outcome<Done>> HandleAsync(string projectCode, StudyKind kind, StudyInput input, int version, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (!Enum.IsDefined(kind))
            return Refusals.NotFound;
        var place = opened.Value;
        if (await FaultsAsync(input, place, cancellation) is { Count: > 0 } faults)
            return faults;
        var studies = db.Studies.Where(s => s.ProjectId == place.Id && s.Kind == kind);
        var study = await studies.FirstOrDefaultAsync(cancellation) ?? new Study { ProjectId = place.Id, Kind = kind };
        Fill(study, input);
        return await bench.SaveOnlyAsync(study, studies, version, cancellation);
    }

    private static void Fill(Study study, StudyInput input)
    {
        study.Scope = input.Scope.Trim();
        study.Findings = input.Findings.Trim();
        study.Verdict = input.Verdict;
        study.Author = input.Author.Trim();
        study.FinishedOn = input.FinishedOn;
        study.DocumentId = input.DocumentId;
    }

    private async Task<List<Refusal>> FaultsAsync(StudyInput input, WorkPlace place, CancellationToken cancellation)
    {
        var hasVerdict = input.Verdict != StudyVerdict.NotYet;
        var faults = Fields.Text(input.Scope, nameof(input.Scope), max: 4000)
            .Concat(hasVerdict ? Fields.Required(input.Findings, nameof(input.Findings), max: 8000) : Fields.Text(input.Findings, nameof(input.Findings), max: 8000))
            .Concat(Fields.Text(input.Author, nameof(input.Author), max: 200))
            .Concat(Fields.Date(input.FinishedOn, nameof(input.FinishedOn)))
            .ToList();
        if (!Enum.IsDefined(input.Verdict))
            faults.Add(new Refusal("required", nameof(input.Verdict)));
        if (hasVerdict && input.FinishedOn is null)
            faults.Add(new Refusal("required", nameof(input.FinishedOn)));
        if (input.FinishedOn > bench.Today(place))
            faults.Add(new Refusal("date-in-future", nameof(input.FinishedOn)));
        if (!await bench.HasDocumentAsync(input.DocumentId, place, cancellation))
            faults.Add(new Refusal("unknown-document", nameof(input.DocumentId)));
        return faults;
    }
}
