using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Preparation;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Work;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Preparation;

/// <summary>The inputs, as <see cref="ReadinessInput"/> names them.</summary>
public sealed class ReadinessForm
{
    public ReadinessState State { get; set; }
    public string Reason { get; set; } = "";
    public Guid? DocumentId { get; set; }
    public Guid? OwnerId { get; set; }
    public DateOnly? DueOn { get; set; }
    public string Note { get; set; } = "";
}

/// <summary>One readiness criterion: who works on it says how far it is, a reviewer verifies it.</summary>
public sealed class CriterionModel(
    ProjectPage projects, CurrentUser me, PreparationQueries queries, SaveReadiness save, DocumentQueries documents, PeopleQueries people, Show show, Texts texts)
    : SheetModel<ReadinessForm>(projects, me, documents, texts)
{
    public ReadinessRow Row { get; private set; } = null!;
    public IReadOnlyList<Choice> People { get; private set; } = [];

    public override string Part => WorkParts.Readiness;

    public override string? Title => show.Text(Row.Criterion.Name);

    /// <summary>Why there is no button to verify it; null when there is one.</summary>
    public string? WhyNotVerify =>
        Row.State is ReadinessState.Verified or ReadinessState.NotApplicable ? null
        : !May(Rights.RecordDecision) ? Texts["readiness.verify.reviewers"]
        : ReadinessMark.Hindrance(Row.State, Row.Mark?.FinalById, Me.Id) is { } code ? Texts.Word(new Refusal(code))
        : null;

    public bool MayVerify => Row.State == ReadinessState.Final && WhyNotVerify is null;

    /// <summary>Verified can be kept here, but not chosen.</summary>
    public IEnumerable<Microsoft.AspNetCore.Mvc.Rendering.SelectListItem> States =>
        Options.Enum<ReadinessState>(Texts).Where(item => item.Value != nameof(ReadinessState.Verified) || Row.State == ReadinessState.Verified);

    public async Task<IActionResult> OnPostVerifyAsync(int version, CancellationToken cancellation) =>
        Answer(await save.VerifyAsync(Project.Code, (string)RouteData.Values["criterion"]!, version, cancellation), "readiness.verified", Texts);

    protected override async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if ((await queries.ReadinessAsync(Project.Id, cancellation)).FirstOrDefault(row => row.Criterion.Code == (string?)RouteData.Values["criterion"]) is not { } row)
            return false;
        Row = row;
        People = await people.PeopleOfUnitAsync(Project.UnitId, cancellation);
        return true;
    }

    protected override (ReadinessForm Input, int Version) Read() => Row.Mark is not { } mark
        ? (new ReadinessForm(), Workbench.NotYet)
        : (new ReadinessForm { State = mark.State, Reason = mark.Reason, DocumentId = mark.DocumentId, OwnerId = mark.OwnerId, DueOn = mark.DueOn, Note = mark.Note }, mark.Version);

    protected override Task<Outcome<Done>> SaveAsync(CancellationToken cancellation)
    {
        var input = new ReadinessInput
        {
            State = Input.State,
            Reason = Input.Reason,
            DocumentId = Input.DocumentId,
            OwnerId = Input.OwnerId,
            DueOn = Input.DueOn,
            Note = Input.Note,
        };
        return save.HandleAsync(Project.Code, Row.Criterion.Code, input, Version, cancellation);
    }
}
