using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>What the select boxes of the form offer.</summary>
public sealed record ProjectChoices
{
    public required IReadOnlyList<Choice> Units { get; init; }
    public required IReadOnlyList<Choice> People { get; init; }
    public required IReadOnlyList<Choice> Partners { get; init; }
    public required IReadOnlyList<Agreement> Agreements { get; init; }

    /// <summary>For a new project: everything within the person's reach.</summary>
    public static async Task<ProjectChoices> ForNewAsync(PeopleQueries people, CancellationToken cancellation) => new()
    {
        Units = await people.UnitChoicesAsync(Rights.RegisterProject, cancellation),
        People = await people.PeopleInReachAsync(cancellation),
        Partners = await people.PartnerChoicesAsync(cancellation),
        Agreements = await people.AgreementChoicesAsync(cancellation),
    };

    /// <summary>For a project of this unit.</summary>
    public static async Task<ProjectChoices> ForUnitAsync(PeopleQueries people, Guid unitId, CancellationToken cancellation) => new()
    {
        Units = [],
        People = await people.PeopleOfUnitAsync(unitId, cancellation),
        Partners = await people.PartnerChoicesAsync(cancellation),
        Agreements = await people.AgreementChoicesAsync(cancellation),
    };
}

/// <summary>A page with the form of a project: registering and editing show the same inputs.</summary>
public interface IProjectFormPage
{
    ProjectForm Input { get; }
    ProjectChoices Choices { get; }

    /// <summary>Where the dates of the agreement are kept; null where they are typed here.</summary>
    string? DatesFrom { get; }
}

/// <summary>Where the form holds what a gate asks for.</summary>
public static class ProjectFormPlaces
{
    private static readonly Dictionary<string, string> Places = new()
    {
        [ProjectFields.Summary] = "Input_Summary",
        [ProjectFields.Owner] = "Input_OwnerId",
        [ProjectFields.LeadPartner] = "partners",
        [ProjectFields.Agreement] = "Input_AgreementId",
        [ProjectFields.RpjmdAlignment] = "Input_RpjmdAlignment",
        [ProjectFields.PartnerProgramme] = "Input_PartnerProgramme",
        [ProjectFields.AgreementAmount] = "amounts",
        [ProjectFields.CounterpartAmount] = "amounts",
        [ProjectFields.PlannedStart] = "Input_PlannedStart",
        [ProjectFields.SignedOn] = "Input_SignedOn",
        [ProjectFields.EffectiveOn] = "Input_EffectiveOn",
        [ProjectFields.ClosingOn] = "Input_ClosingOn",
        [ProjectFields.CompletedOn] = "Input_CompletedOn",
        [ProjectFields.FirstPaymentOn] = "Input_FirstPaymentOn",
        [ProjectFields.LastPaymentOn] = "Input_LastPaymentOn",
    };

    /// <summary>The id of the input for a code of <see cref="ProjectFields"/>.</summary>
    public static string Of(string field) => Places[field];
}
