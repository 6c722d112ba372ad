using ProjectCycle.Domain;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Intent;

/// <summary>A field of cooperation as a form hands it over.</summary>
public sealed record FieldInput
{
    public string Name { get; init; } = "";
    public string Target { get; init; } = "";
    public string ResponsibleOffice { get; init; } = "";

    /// <summary>Null while unknown.</summary>
    public Money? OurShare { get; init; }

    /// <summary>Null while unknown.</summary>
    public Money? PartnerShare { get; init; }

    public FieldOutcome Outcome { get; init; }
    public string OutcomeNote { get; init; } = "";
}

/// <summary>Enters a field of cooperation, changes one, takes one away.</summary>
public sealed class SaveField(Workbench bench)
{
    /// <summary>Enters one, after those that are there.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, FieldInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (Faults(input).ToList() is { Count: > 0 } faults)
            return faults;
        var field = new CooperationField { ProjectId = opened.Value.Id, Name = input.Name.Trim() };
        Fill(field, input);
        return await bench.AddAsync(field, cancellation);
    }

    /// <summary>Changes one.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, FieldInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<CooperationField>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (Faults(input).ToList() is { Count: > 0 } faults)
            return faults;
        found.Value.Row.Name = input.Name.Trim();
        Fill(found.Value.Row, input);
        return await bench.SaveAsync(found.Value.Row, version, cancellation);
    }

    /// <summary>Takes one away.</summary>
    public Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation) =>
        bench.RemoveAsync<CooperationField>(id, version, Rights.EditWork, cancellation);

    private static void Fill(CooperationField field, FieldInput input)
    {
        field.Target = input.Target.Trim();
        field.ResponsibleOffice = input.ResponsibleOffice.Trim();
        field.OurShare = input.OurShare;
        field.PartnerShare = input.PartnerShare;
        field.Outcome = input.Outcome;
        field.OutcomeNote = input.OutcomeNote.Trim();
    }

    private static IEnumerable<Refusal> Faults(FieldInput input)
    {
        foreach (var fault in Fields.Required(input.Name, nameof(input.Name), max: 200)
            .Concat(Fields.Text(input.Target, nameof(input.Target), max: 1000))
            .Concat(Fields.Text(input.ResponsibleOffice, nameof(input.ResponsibleOffice), max: 200))
            .Concat(Fields.Text(input.OutcomeNote, nameof(input.OutcomeNote), max: 2000)))
        {
            yield return fault;
        }
        if (!Enum.IsDefined(input.Outcome))
            yield return new Refusal("required", nameof(input.Outcome));
        foreach (var (share, name) in new[] { (input.OurShare, nameof(input.OurShare)), (input.PartnerShare, nameof(input.PartnerShare)) })
        {
            if (share is { MinorUnits: < 0 } money)
                yield return new Refusal("bad-amount", name, money.Currency.Code, money.Currency.MinorUnit);
        }
    }
}
