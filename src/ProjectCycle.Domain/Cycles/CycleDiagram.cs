using System.Text;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Cycles;

/// <summary>A template drawn as a Mermaid state diagram, so that people see the cycle they configured.</summary>
public static class CycleDiagram
{
    /// <summary>
    /// The diagram in one language. Moves of a group are drawn once, at the group; returns are notes on the stage they start
    /// from, since fifteen arrows backwards hide the way forwards.
    /// </summary>
    public static string Mermaid(CycleTemplate template, string language)
    {
        var lines = new StringBuilder("stateDiagram-v2\n");
        Members(lines, template, language, group: null, indent: "    ");
        foreach (var move in template.Moves.Where(m => m.Kind != MoveKind.Return && m.Kind != MoveKind.Advance))
            lines.Append("    ").Append(Arrow(template, move, language)).Append('\n');
        foreach (var state in template.States.Where(s => s.Kind is StateKind.Closed))
            lines.Append("    ").Append(Id(state.Code)).Append(" --> [*]\n");
        return lines.ToString();
    }

    private static void Members(StringBuilder lines, CycleTemplate template, string language, string? group, string indent)
    {
        var members = template.States.Where(s => s.Parent == group).ToList();
        foreach (var state in members)
        {
            lines.Append(indent).Append("state \"").Append(Clean(state.Name.In(language))).Append("\" as ").Append(Id(state.Code));
            if (state.Kind == StateKind.Group)
            {
                lines.Append(" {\n");
                Members(lines, template, language, state.Code, indent + "    ");
                lines.Append(indent).Append('}');
            }

            lines.Append('\n');
        }

        foreach (var state in members.Where(s => template.Lineage(template.Start).Contains(s)))
            lines.Append(indent).Append("[*] --> ").Append(Id(state.Code)).Append('\n');
        foreach (var move in template.Moves.Where(m => m.Kind == MoveKind.Advance && members.Exists(s => s.Code == m.From)))
            lines.Append(indent).Append(Arrow(template, move, language)).Append('\n');
        foreach (var move in template.Moves.Where(m => m.Kind == MoveKind.Return && members.Exists(s => s.Code == m.From)))
            Note(lines, template, move, language, indent);
    }

    private static string Arrow(CycleTemplate template, CycleMove move, string language)
    {
        var to = move.To[0] == CycleMove.Previous ? WhereItWas(template, move) : move.To[0];
        var label = Verb(move.Kind).In(language);
        if (move.Gate.Count > 0)
            label += $" ({move.Gate.Count} {Conditions(move.Gate.Count).In(language)})";
        return $"{Id(move.From)} --> {Id(to)} : {label}";
    }

    /// <summary>A resume or reopening leads back into what a hold, drop or close left: the group, when that move starts from one.</summary>
    private static string WhereItWas(CycleTemplate template, CycleMove back) =>
        template.Moves.FirstOrDefault(m => m.To.Contains(back.From) && template.State(m.From).Kind is StateKind.Stage or StateKind.Group)?.From
        ?? template.Start;

    private static void Note(StringBuilder lines, CycleTemplate template, CycleMove move, string language, string indent)
    {
        var names = move.To.Select(to => Clean(template.State(to).Name.In(language)));
        lines.Append(indent).Append("note right of ").Append(Id(move.From)).Append('\n')
            .Append(indent).Append("    ").Append(Verb(move.Kind).In(language)).Append(" - ").AppendJoin(", ", names).Append('\n')
            .Append(indent).Append("end note\n");
    }

    private static LocalText Verb(MoveKind kind) => kind switch
    {
        MoveKind.Advance => new("Advance", "Maju"),
        MoveKind.Return => new("Return", "Kembali"),
        MoveKind.Hold => new("Hold", "Tunda"),
        MoveKind.Resume => new("Resume", "Lanjutkan"),
        MoveKind.Drop => new("Drop", "Hentikan"),
        MoveKind.Close => new("Close", "Tutup"),
        MoveKind.Reopen => new("Reopen", "Buka kembali"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static LocalText Conditions(int count) => new(count == 1 ? "condition" : "conditions", "syarat");

    /// <summary>Mermaid takes a dash in an identifier for the beginning of an arrow.</summary>
    private static string Id(string code) => code.Replace('-', '_');

    /// <summary>Marks that Mermaid would read as its own.</summary>
    private static string Clean(string text) => text.Replace('"', '\'').Replace(':', ',').Replace(';', ',').ReplaceLineEndings(" ");
}
