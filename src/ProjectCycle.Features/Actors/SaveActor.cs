using ProjectCycle.Domain;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Domain.People;
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
public sealed class SaveActor(Workbench bench)
{
    /// <summary>Enters one.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, ActorInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (Faults(input) is { Count: > 0 } faults)
            return faults;
        var actor = new ProjectActor { ProjectId = opened.Value.Id, Organisation = "" };
        Fill(actor, input);
        return await bench.AddAsync(actor, cancellation);
    }

    /// <summary>Corrects one.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, ActorInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<ProjectActor>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (Faults(input) is { Count: > 0 } faults)
            return faults;
        Fill(found.Value.Row, input);
        return await bench.SaveAsync(found.Value.Row, version, cancellation);
    }

    /// <summary>Takes one away that should not be there.</summary>
    public Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation) =>
        bench.RemoveAsync<ProjectActor>(id, version, Rights.EditWork, cancellation);

    private static void Fill(ProjectActor actor, ActorInput input)
    {
        actor.Kind = input.Kind;
        actor.Organisation = input.Organisation.Trim();
        actor.Person = input.Person.Trim();
        actor.Part = input.Part.Trim();
        actor.Contact = input.Contact.Trim();
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
