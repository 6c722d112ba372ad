using System.Collections.Frozen;
using System.Text.Json;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;

namespace ProjectCycle.Features.Tests.Cycles;

/// <summary>What holds for every template that is shipped.</summary>
public sealed class RealTemplateTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly TemplateLoad Load = TemplateLoader.LoadFolder(RepositoryFolder.Templates);
    private static readonly string[] SixStages = ["identification", "preparation", "appraisal", "negotiation", "implementation", "evaluation"];

    public static TheoryData<string> Ids => [.. Load.Templates.Select(t => t.Template.Id)];

    public static TheoryData<string, string> Diagrams
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var loaded in Load.Templates)
                foreach (var language in Languages.All)
                    data.Add(loaded.Template.Id, language);
            return data;
        }
    }

    [Fact]
    public void LoadFolder_OfTheShippedTemplates_FindsNoFault()
    {
        Assert.Empty(Load.Faults);
        Assert.Superset(new HashSet<string> { "generic", "kfw" }, Load.Templates.Select(t => t.Template.Id).ToHashSet());
    }

    /// <summary>
    /// A database keeps the text of each version and does not start with another one under the same number: whoever changes a shipped
    /// template raises its version, and enters it in versions.txt.
    /// </summary>
    [Fact]
    public void Texts_OfTheShippedVersions_AreThoseThatWereShipped() => Assert.Equal(
        File.ReadAllLines(Path.Combine(RepositoryFolder.Golden, "versions.txt")),
        Load.Templates.Select(loaded => $"{loaded.Template.Id} {loaded.Template.Version} {loaded.Hash}"));

    /// <summary>Stored with every project.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Stages_OfEveryTemplate_AreTheSix(string id) =>
        Assert.Equal(SixStages, Template(id).Stages.Select(s => s.Code));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Walk_WithSatisfyingFacts_ReachesClosed(string id)
    {
        var template = Template(id);
        var project = NewProject(template);
        var walked = new List<string> { project.State };
        while (template.State(project.State).Kind == StateKind.Stage)
        {
            var machine = CycleMachine.For(template, project, AllFacts(template));
            var forward = machine.Moves().First(m => m.Trigger.Kind is MoveKind.Advance or MoveKind.Close);
            walked.Add(machine.Fire(forward.Trigger, Today).Value.To);
        }

        Assert.Equal([.. SixStages, "closed"], walked);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Walk_WithoutFacts_IsRefusedAtEveryGate(string id)
    {
        var template = Template(id);
        foreach (var stage in template.Stages)
        {
            var project = NewProject(template, stage.Code);
            var machine = CycleMachine.For(template, project, GateFacts.None(Today));
            var forward = machine.Moves().Single(m => m.Trigger.Kind is MoveKind.Advance or MoveKind.Close);
            var outcome = machine.Fire(forward.Trigger, Today);
            Assert.InRange(forward.Conditions.Count, 4, 8);
            Assert.Equal(forward.Conditions.Count, outcome.Refusals.Count(r => r.Code == "gate-unmet"));
            Assert.Equal(stage.Code, project.State);
        }
    }

    /// <summary>Were a condition met by what an earlier gate already took, it would ask for nothing.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Gates_OfEveryTemplate_AskForNothingTwice(string id)
    {
        var asked = Template(id).Moves.SelectMany(m => m.Gate).Select(c => (c.Kind, c.Subject)).ToList();
        Assert.Equal(asked.Distinct(), asked);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Stages_OfEveryTemplate_HaveWorkTimeAndDeadlines(string id) => Assert.All(Template(id).Stages, stage =>
    {
        Assert.False(stage.Purpose.IsEmpty);
        Assert.NotEmpty(stage.Steps);
        Assert.NotNull(stage.ExpectedDays);
        Assert.NotEmpty(stage.Deadlines);
        Assert.True(id == "generic" || stage.PartnerName is not null);
    });

    [Theory]
    [MemberData(nameof(Ids))]
    public void EarlierStages_OfEveryTemplate_CanBeReturnedTo(string id)
    {
        var template = Template(id);
        foreach (var (stage, i) in template.Stages.Select((stage, i) => (stage, i)))
        {
            var returns = CycleMachine.For(template, NewProject(template, stage.Code), GateFacts.None(Today)).Moves().Where(m => m.Trigger.Kind == MoveKind.Return);
            Assert.Equal(SixStages.Take(i), returns.Select(m => m.To!));
        }
    }

    [Theory]
    [MemberData(nameof(Diagrams))]
    public void Mermaid_OfEveryTemplate_IsAsReviewed(string id, string language)
    {
        var golden = Path.Combine(RepositoryFolder.Golden, $"{id}.{language}.mmd");
        var received = Path.ChangeExtension(golden, ".received.mmd");
        var drawn = CycleDiagram.Mermaid(Template(id), language);
        if (File.Exists(golden) && File.ReadAllText(golden).ReplaceLineEndings("\n") == drawn)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, drawn);
        Assert.Fail($"The diagram differs from {golden}. What was drawn is in {received}: if it is right, rename it.");
    }

    [Fact]
    public void Schema_ForEditors_KnowsTheKeysTheLoaderKnows()
    {
        var definitions = Schema().GetProperty("$defs");
        Assert.All(TemplateKeys.All, entry =>
        {
            var definition = definitions.GetProperty(entry.Key);
            Assert.Equal(entry.Value.Order(), definition.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order());
            Assert.False(definition.GetProperty("additionalProperties").GetBoolean());
        });
    }

    [Fact]
    public void Schema_ForEditors_KnowsTheWordsTheLoaderKnows()
    {
        Assert.Equal(Words<StateKind>(), Enumeration("state", "properties", "kind"));
        Assert.Equal(Words<MoveKind>(), Enumeration("move", "properties", "kind"));
        Assert.Equal(Words<ConditionKind>(), Enumeration("condition", "properties", "kind"));
        Assert.Equal(Words<Roll>(), Enumeration("deadline", "properties", "roll"));
        Assert.Equal(Words<Role>(), Enumeration("roles", "items"));
        Assert.Equal(Words<RatingMeaning>(), Enumeration("ratingGrade", "properties", "means"));
        Assert.Equal(Words<ScheduleMethod>(), Enumeration("monitoring", "properties", "scheduleBy"));
    }

    [Fact]
    public void Schema_ForEditors_KnowsTheBoundsTheLoaderKnows()
    {
        var properties = Schema().GetProperty("$defs").GetProperty("monitoring").GetProperty("properties");

        Assert.All(new MonitoringRules().Settings(), setting => Assert.Equal(
            (setting.Least, setting.Most),
            (properties.GetProperty(setting.Key).GetProperty("minimum").GetDecimal(), properties.GetProperty(setting.Key).GetProperty("maximum").GetDecimal())));
    }

    /// <summary>domain.md section 3: what a PMU has not edited is what was proposed, whether its template says so or leaves it out.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Monitoring_OfEveryTemplate_IsTheDefault(string id) =>
        Assert.Equal(new MonitoringRules(), Template(id).Monitoring);

    [Fact]
    public void Templates_OfEveryFile_NameTheirSchema() =>
        Assert.All(Load.Templates, t => Assert.StartsWith("# yaml-language-server: $schema=cycle.schema.json\n", t.Text, StringComparison.Ordinal));

    private static IEnumerable<string> Words<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(n => n.ToLowerInvariant());

    private static IEnumerable<string> Enumeration(params string[] path) =>
        path.Aggregate(Schema().GetProperty("$defs"), (node, name) => node.GetProperty(name))
            .GetProperty("enum").EnumerateArray().Select(word => word.GetString()!);

    private static JsonElement Schema() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Templates, "cycle.schema.json"))).RootElement;

    private static CycleTemplate Template(string id) => new TemplateCatalog(Load.Templates).Current(id)!;

    private static Project NewProject(CycleTemplate template, string? state = null) => Project.Register(
        new ProjectDetails { Code = "P-1", NameId = "Air bersih" }, template, state ?? template.Start, Today, new DateTime(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc));

    private static GateFacts AllFacts(CycleTemplate template)
    {
        return new GateFacts(
            Subjects(ConditionKind.Document), Subjects(ConditionKind.Checklist), Subjects(ConditionKind.Decision), Subjects(ConditionKind.Field),
            ProjectFields.Dates.ToDictionary(code => code, _ => Today), Subjects(ConditionKind.Work), Today);

        FrozenSet<string> Subjects(ConditionKind kind) =>
            template.Moves.SelectMany(m => m.Gate).Where(c => c.Kind == kind).Select(c => c.Subject).ToFrozenSet();
    }
}
