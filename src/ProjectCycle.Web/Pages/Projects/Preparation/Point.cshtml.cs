using Microsoft.AspNetCore.Mvc.Filters;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Preparation;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Preparation;

/// <summary>The inputs, as <see cref="StudyPointInput"/> names them.</summary>
public sealed class StudyPointForm
{
    public string Text { get; set; } = "";
    public Guid? OwnerId { get; set; }
    public DateOnly? DueOn { get; set; }
    public DateOnly? ClosedOn { get; set; }
    public string Closing { get; set; } = "";
}

/// <summary>An open point of a study: a new one, or one to change or close.</summary>
public sealed class PointModel(ProjectPage projects, CurrentUser me, PreparationQueries queries, SaveStudyPoint save, PeopleQueries people, Texts texts)
    : WorkFormModel<StudyPointForm>(projects, me, texts)
{
    public StudyKind Kind { get; private set; }
    public IReadOnlyList<Choice> People { get; private set; } = [];
    public override string Part => WorkParts.Studies;
    public override string? Title => Texts[IsNew ? "study.point.new" : "study.point.one"];
    public override string Here => PreparationWords.Study(Project.Code, Kind);

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (PreparationWords.KindOf((string?)RouteData.Values["kind"]) is not { } kind)
        {
            context.Result = NotFound();
            return Task.CompletedTask;
        }
        Kind = kind;
        return base.OnPageHandlerExecutionAsync(context, next);
    }

    protected override async Task<(StudyPointForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation)
    {
        var points = (await queries.StudiesAsync(Project.Id, cancellation)).Where(card => card.Kind == Kind).SelectMany(card => card.Points);
        return points.FirstOrDefault(row => row.Point.Id == id)?.Point is not { } point
            ? null
            : (new StudyPointForm { Text = point.Text, OwnerId = point.OwnerId, DueOn = point.DueOn, ClosedOn = point.ClosedOn, Closing = point.Closing }, point.Version);
    }

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        var input = new StudyPointInput { Kind = Kind, Text = Input.Text, OwnerId = Input.OwnerId, DueOn = Input.DueOn, ClosedOn = Input.ClosedOn, Closing = Input.Closing };
        return Id is { } id
            ? (await save.ChangeAsync(id, input, Version, cancellation)).Refusals
            : (await save.AddAsync(Project.Code, input, cancellation)).Refusals;
    }

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);

    protected override async Task LoadAsync(CancellationToken cancellation) => People = await people.PeopleOfUnitAsync(Project.UnitId, cancellation);
}
