using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Matchmaking;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Matchmaking;

internal sealed class PartnerCandidateConfiguration : IEntityTypeConfiguration<PartnerCandidate>
{
    public void Configure(EntityTypeBuilder<PartnerCandidate> candidate)
    {
        candidate.ToTable("PartnerCandidates");
        candidate.Property(c => c.Name).HasMaxLength(200);
        candidate.Property(c => c.CountryCode).HasMaxLength(2);
        candidate.HasOne<Project>().WithMany().HasForeignKey(c => c.ProjectId);
        candidate.HasOne<Partner>().WithMany().HasForeignKey(c => c.PartnerId).OnDelete(DeleteBehavior.Restrict);
        candidate.HasMany(c => c.Scores).WithOne().HasForeignKey(s => s.CandidateId);

        // A project's own, by name.
        candidate.HasIndex(c => new { c.ProjectId, c.Name });
    }
}

internal sealed class CandidateScoreConfiguration : IEntityTypeConfiguration<CandidateScore>
{
    public void Configure(EntityTypeBuilder<CandidateScore> score)
    {
        score.ToTable("CandidateScores");
        score.HasKey(s => new { s.CandidateId, s.CriterionCode });
        score.Property(s => s.CriterionCode).HasMaxLength(20);
        score.HasOne<Project>().WithMany().HasForeignKey(s => s.ProjectId).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class CriterionWeightsConfiguration : IEntityTypeConfiguration<CriterionWeights>
{
    public void Configure(EntityTypeBuilder<CriterionWeights> weights)
    {
        weights.ToTable("CriterionWeights");
        weights.Property(w => w.Weights).HasMaxLength(400);
        weights.HasOne<Project>().WithMany().HasForeignKey(w => w.ProjectId);
        weights.HasIndex(w => w.ProjectId).IsUnique();
    }
}

internal sealed class PartnerChoiceConfiguration : IEntityTypeConfiguration<PartnerChoice>
{
    public void Configure(EntityTypeBuilder<PartnerChoice> choice)
    {
        choice.ToTable("PartnerChoices");
        choice.HasOne<Project>().WithMany().HasForeignKey(c => c.ProjectId);
        choice.HasOne<PartnerCandidate>().WithMany().HasForeignKey(c => c.CandidateId).OnDelete(DeleteBehavior.Restrict);
        choice.HasOne<User>().WithMany().HasForeignKey(c => c.ChosenById).OnDelete(DeleteBehavior.Restrict);

        // One at a time: two people who choose at once do not both win.
        choice.HasIndex(c => c.ProjectId).IsUnique();
    }
}
