using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Cycles;

/// <summary>
/// A template as it was when projects were pinned to it: a published version never changes and is never deleted. It can only be
/// retired, which keeps it from new projects, and restored.
/// </summary>
public sealed class StoredTemplate
{
    public required string TemplateId { get; init; }
    public required int Version { get; init; }

    /// <summary>The YAML text.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of the text.</summary>
    public required string Hash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StoredAt { get; init; }

    /// <summary>Name of the file it came from, in the folder or as uploaded.</summary>
    public required string Source { get; init; }

    /// <summary>Who uploaded it; null for a file of the folder.</summary>
    public Guid? PublishedById { get; init; }

    /// <summary>UTC; null while new projects may use it.</summary>
    public DateTime? RetiredAt { get; private set; }

    /// <summary>Who retired it; null while new projects may use it.</summary>
    public Guid? RetiredById { get; private set; }

    /// <summary>Keeps it from new projects; those pinned to it go on.</summary>
    public void Retire(Guid by, DateTime at) => (RetiredAt, RetiredById) = (at, by);

    /// <summary>Offers it to new projects again.</summary>
    public void Restore() => (RetiredAt, RetiredById) = (null, null);
}

internal sealed class StoredTemplateConfiguration : IEntityTypeConfiguration<StoredTemplate>
{
    public void Configure(EntityTypeBuilder<StoredTemplate> template)
    {
        template.ToTable("CycleTemplates");
        template.HasKey(t => new { t.TemplateId, t.Version });
        template.Property(t => t.TemplateId).HasMaxLength(40);
        template.Property(t => t.Hash).HasMaxLength(64);
        template.Property(t => t.Source).HasMaxLength(260);
    }
}

internal sealed class TemplateChangeConfiguration : IEntityTypeConfiguration<TemplateChange>
{
    public void Configure(EntityTypeBuilder<TemplateChange> change)
    {
        change.ToTable("TemplateChanges");
        change.HasOne<Project>().WithMany().HasForeignKey(c => c.ProjectId);
        change.HasIndex(c => new { c.ProjectId, c.On });
    }
}

internal sealed class StageMoveConfiguration : IEntityTypeConfiguration<StageMove>
{
    public void Configure(EntityTypeBuilder<StageMove> move)
    {
        move.ToTable("StageMoves");
        move.Property(m => m.TemplateId).HasMaxLength(40);
        move.Property(m => m.From).HasMaxLength(40);
        move.Property(m => m.To).HasMaxLength(40);
        move.Property(m => m.ObstacleCode).HasMaxLength(10);
        move.HasOne<Project>().WithMany().HasForeignKey(m => m.ProjectId);
        move.HasIndex(m => new { m.ProjectId, m.On });

        // Completed stays in a stage of a template, with all that counting them needs.
        move.HasIndex(m => new { m.TemplateId, m.From, m.Kind, m.Stayed, m.ProjectId });
    }
}

internal sealed class ChecklistConfirmationConfiguration : IEntityTypeConfiguration<ChecklistConfirmation>
{
    public void Configure(EntityTypeBuilder<ChecklistConfirmation> confirmation)
    {
        confirmation.ToTable("ChecklistConfirmations");
        confirmation.Property(c => c.ItemCode).HasMaxLength(60);
        confirmation.HasOne<Project>().WithMany().HasForeignKey(c => c.ProjectId);
        confirmation.HasIndex(c => new { c.ProjectId, c.ItemCode }).IsUnique();
    }
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("Decisions");
        decision.Property(d => d.AuthorityCode).HasMaxLength(60);
        decision.Property(d => d.LetterNumber).HasMaxLength(100);
        decision.HasOne<Project>().WithMany().HasForeignKey(d => d.ProjectId);
        decision.HasIndex(d => new { d.ProjectId, d.AuthorityCode, d.RecordedAt });
    }
}

internal sealed class DecisionConditionConfiguration : IEntityTypeConfiguration<DecisionCondition>
{
    public void Configure(EntityTypeBuilder<DecisionCondition> condition)
    {
        condition.ToTable("DecisionConditions");
        condition.HasOne<Project>().WithMany().HasForeignKey(c => c.ProjectId);
        condition.HasOne<Decision>().WithMany().HasForeignKey(c => c.DecisionId);
        condition.HasOne<Deadline>().WithMany().HasForeignKey(c => c.DeadlineId).OnDelete(DeleteBehavior.NoAction);
        condition.HasIndex(c => c.ProjectId);
        condition.HasIndex(c => c.DecisionId);
    }
}

internal sealed class DecisionRequestConfiguration : IEntityTypeConfiguration<DecisionRequest>
{
    public void Configure(EntityTypeBuilder<DecisionRequest> request)
    {
        request.ToTable("DecisionRequests");
        request.Property(r => r.AuthorityCode).HasMaxLength(60);
        request.HasOne<Project>().WithMany().HasForeignKey(r => r.ProjectId);
        request.HasOne<Decision>().WithMany().HasForeignKey(r => r.DecisionId);
        request.HasOne<User>().WithMany().HasForeignKey(r => r.AskedById).OnDelete(DeleteBehavior.Restrict);

        // One question at a time to an authority. The inbox and the count in the rail read the open ones alone.
        request.HasIndex(r => new { r.ProjectId, r.AuthorityCode }).IsUnique().HasFilter("\"DecisionId\" IS NULL AND \"WithdrawnAt\" IS NULL");
    }
}
