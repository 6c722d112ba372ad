using ProjectCycle.Domain;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Appraisal;

/// <summary>The form of one row of the appraisal, whose inputs are those of the use case.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The inputs.</typeparam>
public abstract class AppraisalFormModel<TRow, TInput>(
    ProjectPage projects, CurrentUser me, Texts texts, AppraisalQueries rows, SaveAppraisalRow<TRow, TInput> save, PeopleQueries people)
    : WorkFormModel<TInput>(projects, me, texts)
    where TRow : class, IProjectWork
    where TInput : class, new()
{
    public override string? Title => Texts[$"{Name}.{(IsNew ? "new" : "change")}"];

    /// <summary>Whom work can be given to.</summary>
    public IReadOnlyList<Choice> People { get; private set; } = [];

    /// <summary>Its titles are the texts <c>{Name}.new</c> and <c>{Name}.change</c>.</summary>
    protected abstract string Name { get; }

    protected AppraisalQueries Rows { get; } = rows;

    protected override async Task LoadAsync(CancellationToken cancellation) => People = await people.PeopleOfUnitAsync(Project.UnitId, cancellation);

    protected override async Task<(TInput Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation) =>
        await Rows.RowAsync<TRow>(id, Project.Id, cancellation) is { } row ? (save.InputOf(row), row.Version) : null;

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation) => Id is { } id
        ? (await save.ChangeAsync(id, Input, Version, cancellation)).Refusals
        : (await save.AddAsync(Project.Code, Input, cancellation)).Refusals;

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);
}
