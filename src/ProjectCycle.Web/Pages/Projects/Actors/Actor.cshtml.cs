using ProjectCycle.Domain;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Features.Actors;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Actors;

/// <summary>The inputs, as <see cref="ActorInput"/> names them.</summary>
public sealed class ActorForm
{
    public ActorKind Kind { get; set; }
    public string Organisation { get; set; } = "";
    public string Person { get; set; } = "";
    public string Part { get; set; } = "";
    public string Contact { get; set; } = "";
}

/// <summary>An actor of a project: a new one, or one to change.</summary>
public sealed class ActorModel(ProjectPage projects, CurrentUser me, ActorQueries queries, SaveActor save, Texts texts) : WorkFormModel<ActorForm>(projects, me, texts)
{
    public override ProjectTab? Tab => ProjectTab.People;

    /// <summary>No part of a stage: the rows stand on a tab of their own.</summary>
    public override string Part => "";

    public override string? Title => Texts[IsNew ? "actor.new" : "actor.one"];

    public override string Here => ProjectLinks.People(Project.Code);

    protected override async Task<(ActorForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation) =>
        (await queries.ActorsAsync(Project.Id, cancellation)).FirstOrDefault(actor => actor.Id == id) is not { } actor
            ? null
            : (new ActorForm { Kind = actor.Kind, Organisation = actor.Organisation, Person = actor.Person, Part = actor.Part, Contact = actor.Contact }, actor.Version);

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        var input = new ActorInput { Kind = Input.Kind, Organisation = Input.Organisation, Person = Input.Person, Part = Input.Part, Contact = Input.Contact };
        return Id is { } id
            ? (await save.ChangeAsync(id, input, Version, cancellation)).Refusals
            : (await save.AddAsync(Project.Code, input, cancellation)).Refusals;
    }

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);
}
