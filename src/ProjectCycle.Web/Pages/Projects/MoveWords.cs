using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>Moves in words.</summary>
public static class MoveWords
{
    /// <summary>"Advance: Identification → Preparation"; "Registered in Preparation" for the entry that has no move.</summary>
    public static string Line(Texts texts, CycleTemplate template, StageMove move) =>
        move.Kind is { } kind && move.From is { } from
            ? texts["history.move", kind, Name(template, from), Name(template, move.To)]
            : texts["history.registered", Name(template, move.To)];

    /// <summary>What the button of a move says.</summary>
    public static string Button(Texts texts, MoveKind kind, LocalText to) => texts[$"gate.move.{kind}", to];

    private static LocalText Name(CycleTemplate template, string state) => template.State(state).Name;
}
