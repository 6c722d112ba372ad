using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Tests.Stored;

/// <summary>
/// Codes in templates and rows are contracts: what was written once must be readable for ever. Add new codes to codes.txt;
/// renaming or removing one needs a migration of templates and rows first.
/// </summary>
public sealed class StoredCodesTests
{
    [Fact]
    public void Codes_WhenComparedWithTheContract_AreTheSame() =>
        Assert.Equal(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Stored", "codes.txt")), Actual());

    private static IEnumerable<string> Actual() =>
    [
        .. Rights.All.Select(right => $"right {right.Code}"),
        .. Names<Role>(),
        .. Names<StateKind>(),
        .. Names<MoveKind>(),
        .. Names<ConditionKind>(),
        .. Names<DecisionOutcome>(),
        .. ProjectFields.All.Select(field => $"field {field}"),
        .. WorkParts.All.Select(part => $"work {part.Code}"),
        .. Names<ReminderRole>(),
        .. SuppressionReasons.All.Select(reason => $"suppression {reason}"),
        $"deadline-kind {DeadlineKinds.ByHand}",
        $"deadline-kind {Covenant.PartCode}",
    ];

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum =>
        Enum.GetNames<T>().Select(name => $"{typeof(T).Name} {name}");
}
