using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Negotiation;

namespace ProjectCycle.Features.Demo;

/// <summary>Work of a negotiation is filled in.</summary>
internal sealed record Negotiate(int Day, Func<NegotiationDesk, Task> FillIn) : Act(Day)
{
    /// <summary>The least of which a gate can say that every point is settled.</summary>
    public static Negotiate Settled(int day) => new(day, async desk =>
    {
        await desk.PositionAsync(new PositionInput
        {
            AgendaItem = "Pembagian biaya (contoh)",
            Subject = NegotiationSubject.Funds,
            Ours = "Contoh: mitra menanggung tenaga ahli, daerah menanggung lokasi dan petugas.",
            Interest = "Contoh: anggaran daerah terbatas.",
            Theirs = "Contoh: biaya perjalanan ditanggung daerah.",
            Outcome = PositionOutcome.Agreed,
            AgreedText = "Contoh: mitra menanggung tenaga ahli dan perjalanannya; daerah menanggung lokasi dan petugas.",
            TextReference = "Pasal 5 (contoh)",
        });
        await desk.PositionAsync(new PositionInput
        {
            AgendaItem = "Laporan (contoh)",
            Subject = NegotiationSubject.Reporting,
            Ours = "Contoh: laporan dua kali setahun.",
            Theirs = "Contoh: laporan setiap triwulan.",
            Outcome = PositionOutcome.Dropped,
        });
    });
}

/// <summary>The use cases of a negotiation, for the demo.</summary>
internal sealed class NegotiationActs(SaveRound round, SavePosition position, SaveAction action, SaveSignatory signatory, SaveEffectivenessCondition condition)
{
    public SaveRound Round => round;
    public SavePosition Position => position;
    public SaveAction Action => action;
    public SaveSignatory Signatory => signatory;
    public SaveEffectivenessCondition Condition => condition;
}

/// <summary>Fills in the negotiation of one case. A refusal is a mistake in the case and throws.</summary>
/// <param name="acts">The use cases.</param>
/// <param name="code">The project.</param>
/// <param name="today">The day on which the demo is filled.</param>
/// <param name="people">The demo's people.</param>
/// <param name="documents">The project's documents by title.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class NegotiationDesk(
    NegotiationActs acts, string code, DateOnly today, IReadOnlyDictionary<Role, Guid> people, IReadOnlyDictionary<string, Guid> documents, CancellationToken cancellation)
{
    /// <summary>So many days from today.</summary>
    public DateOnly Day(int fromToday) => today.AddDays(fromToday);

    public Guid Person(Role role) => people[role];

    public Guid Document(string title) => documents[title];

    public async Task<Guid> RoundAsync(RoundInput input) => (await acts.Round.AddAsync(code, input, cancellation)).Value;

    public async Task PositionAsync(PositionInput input) => _ = (await acts.Position.AddAsync(code, input, cancellation)).Value;

    public async Task ActionAsync(ActionInput input) => _ = (await acts.Action.AddAsync(code, input, cancellation)).Value;

    public async Task SignatoryAsync(SignatoryInput input) => _ = (await acts.Signatory.AddAsync(code, input, cancellation)).Value;

    public async Task ConditionAsync(EffectivenessInput input) => _ = (await acts.Condition.AddAsync(code, input, cancellation)).Value;
}
