using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Preparation;

namespace ProjectCycle.Features.Demo.Cases;

/// <summary>Sample studies and readiness criteria, filled in as a gate out of preparation asks for them.</summary>
internal static class PreparationWork
{
    /// <summary>All six studies in the days before <paramref name="day"/>; the environmental one with conditions and a point that is closed.</summary>
    /// <param name="day">The last of them is saved on this day.</param>
    /// <param name="paper">Title of the document that holds the technical study.</param>
    public static IEnumerable<Act> Studies(int day, string paper) =>
    [
        .. Enum.GetValues<StudyKind>().Select((kind, i) => new Studied(day - 25 + (5 * i), kind, kind == StudyKind.Environmental ? StudyVerdict.FeasibleWithConditions : StudyVerdict.Feasible)
        {
            Paper = kind == StudyKind.Technical ? paper : null,
        }),
        new Leaves(day - 5, StudyKind.Environmental, "Contoh: tanggapan warga sekitar dimasukkan ke dalam rencana pengelolaan lingkungan.", Due: day + 15, ClosedOn: day),
    ];

    /// <summary>All criteria final a week before <paramref name="day"/> and verified on it.</summary>
    /// <param name="day">Days from today.</param>
    /// <param name="papers">Titles of attached documents by the criterion they show.</param>
    /// <param name="landDoesNotApply">Why no land is needed, where none is.</param>
    public static IEnumerable<Act> Readiness(int day, IReadOnlyDictionary<string, string> papers, string? landDoesNotApply = null) =>
        ReferenceData.ReadinessCriteria.Keys.SelectMany<string, Act>(code => code == "land" && landDoesNotApply is not null
            ? [new Ready(day - 7, code, ReadinessState.NotApplicable, landDoesNotApply)]
            : [new Ready(day - 7, code, ReadinessState.Final, "Contoh.") { Paper = papers.GetValueOrDefault(code) }, new Verified(day, code)]);
}
