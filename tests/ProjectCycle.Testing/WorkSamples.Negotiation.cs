using ProjectCycle.Domain;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Negotiation;

namespace ProjectCycle.Testing;

/// <summary>Samples of negotiation.</summary>
public static partial class WorkSamples
{
    /// <summary>An item of a negotiation that both sides agree on.</summary>
    public static PositionInput AgreedPosition { get; } = new()
    {
        AgendaItem = "Pembagian biaya",
        Subject = NegotiationSubject.Funds,
        Ours = "Mitra menanggung pelatihan.",
        Outcome = PositionOutcome.Agreed,
        AgreedText = "Mitra menanggung biaya pelatihan.",
    };

    private static async Task CompleteRoundAsync(World world, string code, Role role)
    {
        var minutes = await world.AsAsync<AttachDocument, Outcome<Guid>>(role, attach => attach.HandleAsync(code, World.TextFile(AttachDocument.Other), default));
        var round = new RoundInput { HeldOn = Today(world), IsOnline = true, Done = Enum.GetValues<NegotiationStep>(), MinutesId = minutes.Value };
        await SoundAsync(world.AsAsync<SaveRound, Outcome<Guid>>(role, save => save.AddAsync(code, round, default)));
    }

    private static Task CompleteActionsAsync(World world, string code, Role role) =>
        SoundAsync(world.AsAsync<SaveAction, Outcome<Guid>>(role, save => save.AddAsync(
            code, new ActionInput { Task = "Kirim naskah", PartnerOwner = "Mitra", DoneOn = Today(world) }, default)));

    private static async Task SignAsync(World world, string code, Role role)
    {
        foreach (var side in new[] { NegotiationSide.Ours, NegotiationSide.Partner })
            await SoundAsync(world.AsAsync<SaveSignatory, Outcome<Guid>>(role, save => save.AddAsync(
                code, new SignatoryInput { Name = $"{side}", Side = side, SignedOn = Today(world) }, default)));
    }

    private static DateOnly Today(World world) => DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);

    private static async Task SoundAsync<T>(Task<Outcome<T>> outcome) => _ = (await outcome).Value;

    private static Task PositionsAsync(World world, string code, Role role) =>
        SoundAsync(world.AsAsync<SavePosition, Outcome<Guid>>(role, save => save.AddAsync(code, AgreedPosition, default)));
}
