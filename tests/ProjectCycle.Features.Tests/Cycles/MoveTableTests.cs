using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Projects;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Cycles;

/// <summary>Every move of every template, from every state, for every role: allowed or denied.</summary>
public sealed class MoveTableTests
{
    private static readonly DateOnly Entered = new(2026, 1, 5);

    public static TheoryData<string> Ids => [.. World.Templates.Current().Select(t => t.Id)];

    /// <summary>The table of who may make which move, kept as it was reviewed.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Table_OfEveryTemplate_IsAsReviewed(string id)
    {
        var golden = Path.Combine(RepositoryFolder.Golden, $"{id}.moves.txt");
        var received = Path.ChangeExtension(golden, ".received.txt");
        var table = string.Concat(Lines(World.Templates.Current(id)!).Select(line => line + "\n"));
        if (File.Exists(golden) && File.ReadAllText(golden).ReplaceLineEndings("\n") == table)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, table);
        Assert.Fail($"The table differs from {golden}. What was found is in {received}: if it is right, rename it.");
    }

    /// <summary>The product does what the table says, wherever a project stands and whoever asks.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Move_OfEveryTemplateStateAndRole_IsAllowedOrDeniedAsTheTableSays(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        foreach (var template in World.Templates.Current())
            foreach (var (code, state) in await ProjectsAsync(world, template))
            {
                var view = (await world.ViewAsync(code))!;
                Assert.Equal(state, view.Project.State);
                foreach (var role in Enum.GetValues<Role>())
                    await CheckAsync(world, view, role);
                Assert.Equal(view.Project.Version, (await world.ViewAsync(code))!.Project.Version);
            }
    }

    private static async Task CheckAsync(World world, ProjectView view, Role role)
    {
        var shown = await world.AsAsync<GateCard, IReadOnlyList<MoveView>>(role, card => card.MovesAsync(view, default));
        var allowed = shown.Where(move => move.IsAllowed).Select(move => move.Check.Trigger).ToList();
        Assert.Equal(Triggers(view.Template).Where(t => view.Template.MoveFrom(view.Project.State, t) is not null && IsFor(role, t)).OrderBy(Name), allowed.OrderBy(Name));

        foreach (var trigger in Triggers(view.Template).Where(t => !allowed.Contains(t)))
        {
            var answer = await world.AsAsync<MoveProject, Outcome<MoveMade>>(role, move => move.HandleAsync(
                new MoveRequest { ProjectCode = view.Project.Code, Trigger = trigger, Version = view.Project.Version, Reason = "Uji", ObstacleCode = "O4.1" }, default));
            Assert.Equal(IsFor(role, trigger) ? "move-not-available" : "not-allowed", Assert.Single(answer.Refusals).Code);
        }
        foreach (var move in shown.Where(m => m.IsAllowed && !m.Check.IsOpen))
        {
            var answer = await world.AsAsync<MoveProject, Outcome<MoveMade>>(role, m => m.HandleAsync(
                new MoveRequest { ProjectCode = view.Project.Code, Trigger = move.Check.Trigger, Version = view.Project.Version, Reason = "Uji" }, default));
            Assert.All(answer.Refusals, refusal => Assert.Equal("gate-unmet", refusal.Code));
            Assert.Equal(move.Check.Unmet.Count(), answer.Refusals.Count);
        }
    }

    /// <summary>One project in each stage, one on hold, one dropped and one closed.</summary>
    private static async Task<List<(string Code, string State)>> ProjectsAsync(World world, CycleTemplate template)
    {
        var projects = new List<(string Code, string State)>();
        foreach (var (stage, i) in template.Stages.Select((stage, i) => (stage, i)))
            projects.Add((await RegisterAsync(stage.Code, i), stage.Code));
        foreach (var (kind, state) in new[] { (MoveKind.Hold, StateCodes.OnHold), (MoveKind.Drop, StateCodes.Dropped) })
        {
            var code = await RegisterAsync(state, 2);
            Assert.True((await world.MoveAsync(code, kind, reason: "Uji", obstacle: "O4.1")).Succeeded);
            projects.Add((code, state));
        }
        var closed = await RegisterAsync(StateCodes.Closed, template.Stages.Count - 1);
        await world.SupplyAsync(closed, MoveKind.Close);
        Assert.True((await world.MoveAsync(closed, MoveKind.Close)).Succeeded);
        projects.Add((closed, StateCodes.Closed));
        return projects;

        Task<string> RegisterAsync(string name, int at) => world.RegisterAsync(
            $"{template.Id}-{name}".ToUpperInvariant(), template.Id,
            history: [.. template.Stages.Take(at + 1).Select((stage, i) => new StageEntry(stage.Code, Entered.AddDays(i)))]);
    }

    private static IEnumerable<string> Lines(CycleTemplate template)
    {
        foreach (var state in template.States.Where(s => s.Kind != StateKind.Group))
        {
            yield return $"{state.Code}";
            foreach (var trigger in Triggers(template))
                yield return template.MoveFrom(state.Code, trigger) is { } move
                    ? $"  {Name(trigger)} -> {trigger.To ?? move.To[0]}: {Allowed(trigger)}{(move.Gate.Count == 0 ? "" : $", {move.Gate.Count} conditions")}"
                    : $"  {Name(trigger)}: nobody";
        }
    }

    private static string Allowed(Trigger trigger) => string.Join(' ', Enum.GetValues<Role>().Where(role => IsFor(role, trigger)));

    private static bool IsFor(Role role, Trigger trigger) => MoveProject.RightFor(trigger.Kind).Roles.Contains(role);

    private static List<Trigger> Triggers(CycleTemplate template) => [.. template.Moves.SelectMany(m => m.Triggers).Distinct().OrderBy(t => t.Kind)];

    private static string Name(Trigger trigger) => $"{trigger.Kind}{(trigger.To is null ? "" : $" to {trigger.To}")}";
}
