using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Identification;

internal sealed class RequirementConfiguration : IEntityTypeConfiguration<RequirementChoice>, IEntityTypeConfiguration<RequirementAnswer>
{
    public void Configure(EntityTypeBuilder<RequirementChoice> choice)
    {
        choice.ToTable("RequirementChoices");
        choice.Property(c => c.ListCode).HasMaxLength(40);
        choice.HasOne<Project>().WithMany().HasForeignKey(c => c.ProjectId);
        choice.HasIndex(c => c.ProjectId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RequirementAnswer> answer)
    {
        answer.ToTable("RequirementAnswers");
        answer.Property(a => a.PointCode).HasMaxLength(80);
        answer.Property(a => a.Note).HasMaxLength(RequirementAnswer.MaxNote);
        answer.HasOne<Project>().WithMany().HasForeignKey(a => a.ProjectId);
        answer.HasOne<User>().WithMany().HasForeignKey(a => a.AnsweredById).OnDelete(DeleteBehavior.Restrict);
        answer.HasIndex(a => new { a.ProjectId, a.PointCode }).IsUnique();
    }
}
