using ProjectCycle.Domain;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Actors;

/// <summary>An actor of a project as a form hands it over.</summary>
public sealed record ActorInput
{
    public ActorKind Kind { get; init; }
    public string Organisation { get; init; } = "";
    public string Person { get; init; } = "";
    public string Part { get; init; } = "";
    public string Contact { get; init; } = "";
}

/// <summary>Enters, corrects and removes actors of a project.</summary>
public sealed class SaveActor(Workbench bench) : SaveRow<ProjectActor, ActorInput>(bench)
{
    protected override ProjectActor New(Guid projectId, ActorInput input) => new() { ProjectId = projectId, Organisation = "" };

    protected override Task<List<Refusal>> FaultsAsync(ActorInput input, ProjectActor row, WorkPlace place, CancellationToken cancellation) =>
        Task.FromResult(Faults(input));

    protected override void Fill(ProjectActor row, ActorInput input)
    {
        row.Kind = input.Kind;
        row.Organisation = input.Organisation.Trim();
        row.Person = input.Person.Trim();
        row.Part = input.Part.Trim();
        row.Contact = input.Contact.Trim();
    }

    private static List<Refusal> Faults(ActorInput input)
    {
        var faults = Fields.Required(input.Organisation, nameof(input.Organisation), max: 200)
            .Concat(Fields.Text(input.Person, nameof(input.Person), max: 200))
            .Concat(Fields.Text(input.Part, nameof(input.Part), max: 500))
            .Concat(Fields.Text(input.Contact, nameof(input.Contact), max: 300))
            .ToList();
        if (!Enum.IsDefined(input.Kind))
            faults.Add(new Refusal("required", nameof(input.Kind)));
        return faults;
    }
}
