using ProjectCycle.Domain;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Preparation;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Work;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Preparation;

/// <summary>The inputs, as <see cref="StudyInput"/> names them.</summary>
public sealed class StudyForm
{
    public string Scope { get; set; } = "";
    public string Findings { get; set; } = "";
    public StudyVerdict Verdict { get; set; }
    public string Author { get; set; } = "";
    public DateOnly? FinishedOn { get; set; }
    public Guid? DocumentId { get; set; }
}

/// <summary>One study with its open points.</summary>
public sealed class StudyModel(ProjectPage projects, CurrentUser me, PreparationQueries queries, SaveStudy save, DocumentQueries documents, Texts texts)
    : SheetModel<StudyForm>(projects, me, documents, texts)
{
    public StudyCard Card { get; private set; } = null!;

    public override string Part => WorkParts.Studies;

    public override string? Title => Texts.Enum(Card.Kind);

    public override string Here => PreparationWords.Study(Project.Code, Card.Kind);

    protected override async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (PreparationWords.KindOf((string?)RouteData.Values["kind"]) is not { } kind)
            return false;
        Card = (await queries.StudiesAsync(Project.Id, cancellation)).Single(card => card.Kind == kind);
        return true;
    }

    protected override (StudyForm Input, int Version) Read() => Card.Study is not { } study
        ? (new StudyForm(), Workbench.NotYet)
        : (new StudyForm
        {
            Scope = study.Scope,
            Findings = study.Findings,
            Verdict = study.Verdict,
            Author = study.Author,
            FinishedOn = study.FinishedOn,
            DocumentId = study.DocumentId,
        }, study.Version);

    protected override Task<Outcome<Done>> SaveAsync(CancellationToken cancellation)
    {
        var input = new StudyInput
        {
            Scope = Input.Scope,
            Findings = Input.Findings,
            Verdict = Input.Verdict,
            Author = Input.Author,
            FinishedOn = Input.FinishedOn,
            DocumentId = Input.DocumentId,
        };
        return save.HandleAsync(Project.Code, Card.Kind, input, Version, cancellation);
    }
}
