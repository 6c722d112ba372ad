using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.Matchmaking;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Intent;
using ProjectCycle.Features.Matchmaking;

namespace ProjectCycle.Testing;

/// <summary>Samples of the search for a partner, the letter of intent and the plan.</summary>
public static partial class WorkSamples
{
    /// <summary>Every gate passed, every criterion with points fairly met.</summary>
    public static IReadOnlyList<ScoreInput> Scores { get; } =
        [.. ReferenceData.Criteria.Select(criterion => new ScoreInput(criterion.Code, criterion.IsGate ? null : 3, criterion.IsGate ? true : null, "Contoh"))];

    /// <summary>A letter that a gate may count on.</summary>
    public static LetterInput Letter { get; } = new()
    {
        OurParty = "Kota Jambi",
        PartnerParty = "Seoul",
        Intent = "Bekerja sama di bidang persampahan.",
        CandidateFields = "Persampahan",
        OurSignatory = "Wali Kota Jambi",
        PartnerSignatory = "Mayor of Seoul",
        State = LetterState.SignedByBoth,
        SignedOn = new DateOnly(2026, 3, 2),
    };

    /// <summary>A plan that a gate may count on, once it has a field.</summary>
    public static PlanInput Plan { get; } = new()
    {
        Aim = "Mengurangi sampah.",
        Scope = "Kota Jambi",
        PeriodFrom = new DateOnly(2026, 4, 1),
        PeriodUntil = new DateOnly(2029, 3, 31),
        Termination = "Pemberitahuan tertulis enam bulan sebelumnya.",
    };

    public static FieldInput Field { get; } = new() { Name = "Persampahan", Target = "Dua bank sampah percontohan", ResponsibleOffice = "Dinas Lingkungan Hidup" };

    private static async Task ChooseAsync(World world, string code, Role role)
    {
        var input = new CandidateInput { Name = "Seoul", Kind = CandidateKind.RegionalGovernment, CountryCode = "KR" };
        var id = (await world.AsAsync<SaveCandidate, Outcome<Guid>>(role, save => save.AddAsync(code, input, default))).Value;
        _ = (await world.AsAsync<ScoreCandidate, Outcome<Done>>(role, score => score.HandleAsync(id, Scores, version: 0, default))).Value;
        _ = (await world.AsAsync<ChoosePartner, Outcome<Done>>(role, choose => choose.ChooseAsync(id, "Contoh", version: 1, default))).Value;
    }

    private static async Task SignLetterAsync(World world, string code, Role role) =>
        _ = (await world.AsAsync<SaveLetter, Outcome<Guid>>(role, save => save.AddAsync(code, Letter, default))).Value;

    private static async Task PlanAsync(World world, string code, Role role)
    {
        _ = (await world.AsAsync<SavePlan, Outcome<Guid>>(role, save => save.AddAsync(code, Plan, default))).Value;
        _ = (await world.AsAsync<SaveField, Outcome<Guid>>(role, save => save.AddAsync(code, Field, default))).Value;
    }
}
